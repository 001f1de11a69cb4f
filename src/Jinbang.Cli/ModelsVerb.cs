using System.CommandLine;
using Jinbang.Cli.Summaries;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary><c>jinbang models</c>: lists the models of the catalogue.</summary>
internal sealed class ModelsVerb
{
    private readonly Terminal terminal;
    private readonly Argument<string> pattern;
    private readonly Option<string> house;
    private readonly Option<bool> open;
    private readonly Option<bool> commercial;
    private readonly Option<decimal?> maxPrice;
    private readonly Option<bool> thinking;
    private readonly Option<bool> noThinking;
    private readonly Option<string> provider;
    private readonly Option<bool> key;
    private readonly Option<ModelOrder> sort;
    private readonly Option<bool> all;
    private readonly Option<bool> json;

    private ModelsVerb(Terminal terminal)
    {
        this.terminal = terminal;
        pattern = terminal.Argument<string>("NAME", "A part of the name, or a pattern such as qwen3-*.", "名字的一部分，或 qwen3-* 这样的模式。");
        pattern.Arity = ArgumentArity.ZeroOrOne;
        house = terminal.Option<string>("--house", "Only of this house (a part of its name).", "只列该机构的（名称的一部分即可）。");
        open = terminal.Option<bool>("--open", "Only those whose weights are published.", "只列开源的。");
        commercial = terminal.Option<bool>("--commercial", "Only those whose weights are not published.", "只列商用的。");
        maxPrice = terminal.Option<decimal?>(
            "--max-price", "Only those of at most so many yuan for a million reply tokens.", "只列每百万输出 token 不超过多少元的。");
        thinking = terminal.Option<bool>("--thinking", "Only those that think.", "只列会思考的。");
        noThinking = terminal.Option<bool>("--no-thinking", "Only those that do not think.", "只列不思考的。");
        provider = terminal.Option<string>("--provider", "Only those that this provider serves, at its price.", "只列该服务商提供的，按其价格。");
        key = terminal.Option<bool>("--key", "Only those for which a key is found, or none is needed.", "只列找得到密钥或不需要密钥的。");
        sort = terminal.Option<ModelOrder>(
            "--sort", "By catalogue (default), name, house, price, context, size or released.", "排序：catalogue（默认）、name、house、price、context、size 或 released。");
        all = terminal.Option<bool>("--all", "Also those that nobody serves any more.", "也列出已下线的。");
        json = terminal.Option<bool>("--json", "Print the list as JSON, for scripts.", "以 JSON 输出列表，供脚本使用。");
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new ModelsVerb(terminal);
        var command = terminal.Command(
            "models",
            "List the models that are known by name, with prices, providers and keys.",
            "列出已知名字的模型及其价格、服务商和密钥情况。",
            verb.pattern, verb.house, verb.open, verb.commercial, verb.maxPrice, verb.thinking, verb.noThinking, verb.provider, verb.key,
            verb.sort, verb.all, verb.json, ShowVerb.Build(terminal));
        command.SetAction(verb.List);
        return command;
    }

    private int List(ParseResult words)
    {
        using var roster = new Roster(WorkspaceFile.Read(""), terminal.Tell, TimeProvider.System);
        var (filter, shelf) = (Filter(words, roster), roster.Shelf);
        var fitting = shelf.All.Select(model => shelf.Line(model, filter.Provider)).Where(filter.Fits).ToList();
        var shown = words.GetValue(all) ? fitting : fitting.FindAll(line => !line.IsRetired);
        var summary = new ModelSummary([.. shown.InOrder(words.GetValue(sort))], fitting.Count - shown.Count);
        if (words.GetValue(json))
        {
            terminal.Out.Profile.Out.Writer.WriteLine(SummaryJson.Write(summary));
        }
        else
        {
            terminal.Out.Write(ModelTable.Of(summary, terminal.Language, terminal.Out.Profile.Width));
        }

        return ExitCode.Done;
    }

    /// <exception cref="BadInputException">The provider is unknown.</exception>
    private ModelFilter Filter(ParseResult words, Roster roster) => new()
    {
        Pattern = words.GetValue(pattern),
        House = words.GetValue(house),
        Openness = (words.GetValue(open), words.GetValue(commercial)) switch
        {
            (true, false) => Openness.Open,
            (false, true) => Openness.Commercial,
            _ => null,
        },
        MostYuan = words.GetValue(maxPrice),
        Thinks = (words.GetValue(thinking), words.GetValue(noThinking)) switch
        {
            (true, false) => true,
            (false, true) => false,
            _ => null,
        },
        Provider = words.GetValue(provider) is { } name ? roster.KnownProvider(name) : null,
        HasKey = words.GetValue(key),
    };
}
