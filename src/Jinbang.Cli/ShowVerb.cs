using System.CommandLine;
using Jinbang.Cli.Summaries;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary><c>jinbang models show</c>: tells all that is known of one model.</summary>
internal static class ShowVerb
{
    private const int MostMeant = 6;

    public static Command Build(Terminal terminal)
    {
        var name = terminal.Argument<string>("NAME", "A name, an alias or a provider's id.", "名字、别名，或在服务商处的名称。");
        var json = terminal.Option<bool>("--json", "Print it as JSON, for scripts.", "以 JSON 输出，供脚本使用。");
        var command = terminal.Command(
            "show",
            "Tell all that is known of a model: sizes, thinking, providers, and each price with its date and source.",
            "显示一个模型的全部资料：规模、思考方式、服务商，以及每个价格的日期和来源。",
            name, json);
        command.SetAction(words => Show(terminal, words.GetValue(name)!, words.GetValue(json)));
        return command;
    }

    /// <exception cref="BadInputException">The model is unknown; names those that may be meant.</exception>
    private static int Show(Terminal terminal, string name, bool asJson)
    {
        using var roster = new Roster(WorkspaceFile.Read(""), terminal.Tell, TimeProvider.System);
        var card = roster.Shelf.Find(name) is { } model ? roster.Shelf.Card(model) : throw Unknown(name, roster.Shelf.All);
        if (asJson)
        {
            terminal.Out.Profile.Out.Writer.WriteLine(SummaryJson.Write(card));
        }
        else
        {
            terminal.Out.Write(ModelCardView.Of(card, terminal.Language));
        }

        return ExitCode.Done;
    }

    private static BadInputException Unknown(string name, IEnumerable<ListedModel> models)
    {
        var names = models.Select(model => model.Name).ToList();
        var meant = Spelling.Near(name, names)
            .Concat(names.Where(known => known.Contains(name, StringComparison.OrdinalIgnoreCase)))
            .Concat(names.Where(known => Spelling.Nearest(name, [known[..Math.Min(known.Length, name.Length)]]) is not null))
            .Distinct().Take(MostMeant).ToList();
        return new BadInputException(meant.Count == 0
            ? new($"The model {name} is not in the catalogue; `jinbang models` lists it.", $"目录中没有模型 {name}；`jinbang models` 可列出目录。")
            : new(
                $"The model {name} is not in the catalogue. Did you mean {string.Join(", ", meant)}?",
                $"目录中没有模型 {name}。是否想写 {string.Join("、", meant)}？"));
    }
}
