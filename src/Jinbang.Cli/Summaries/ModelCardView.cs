using Jinbang.Models;
using Jinbang.Workspaces;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Cli.Summaries;

/// <summary>All that is known of a model, for the terminal: facts, who serves it, and every dated price.</summary>
internal static class ModelCardView
{
    public static IRenderable Of(ModelCard card, Language language)
    {
        var facts = new Grid().AddColumns(new GridColumn().NoWrap(), new GridColumn());
        foreach (var (label, value) in Facts(card).Where(fact => fact.Value.In(language) is not ("/" or "")))
        {
            facts.AddRow(new Text(label.In(language), new Style(Color.Grey)), Cell.Of(value.In(language)));
        }

        return new Rows([facts, .. card.Hosts.Count > 0 ? [Hosts(card, language)] : NoTable, .. card.Prices.Count > 0 ? [Prices(card, language)] : NoTable]);
    }

    private static IRenderable[] NoTable => [];

    private static IEnumerable<(Phrase Label, Phrase Value)> Facts(ModelCard card) =>
    [
        (new("Model", "大模型"), Same(card.Model.Name)),
        (new("House", "机构"), Same(card.Model.House)),
        (new("Category", "类别"), Cell.Category(card.Model.Openness)),
        (new("Aliases", "别名"), Joined(card.Model.Aliases.Select(Same))),
        (new("Parameters", "参数量"), Same(ModelWords.Size(card.Model))),
        (new("Context", "上下文"), Same(ModelWords.Tokens(card.Model.Context))),
        (new("Longest reply", "最长回复"), Same(ModelWords.Tokens(card.MaxOutput))),
        (new("Takes in", "可输入"), Joined(card.Modalities.Select(ModelWords.Of))),
        (new("Thinking", "思考"), ModelWords.Thinking(card.Model)),
        (new("Other mode", "另一模式"), Joined(card.OtherModes.Select(Same))),
        (new("Limits", "限制"), Joined(card.Limits.Select(ModelWords.Limit))),
        (new("Further fields", "附加字段"), Same(card.ExtraFields ?? "/")),
        (new("Released", "发布"), Same(Cell.Day(card.Model.Released))),
        (new("Retired", "下线"), card.Model.IsRetired ? new("served by nobody any more", "已无服务商提供") : Same("/")),
        (new("Known as of", "资料日期"), Same(Cell.Day(card.Known))),
    ];

    private static Phrase Same(string text) => new(text, text);

    private static Phrase Joined(IEnumerable<Phrase> parts)
    {
        var all = parts.ToList();
        return new(string.Join(", ", all.Select(part => part.English)), string.Join("、", all.Select(part => part.Chinese)));
    }

    private static Table Hosts(ModelCard card, Language language)
    {
        var table = Headed(language, [
            new("Provider", "服务商"), new("Id there", "在该处的名称"), new("Key", "密钥"), new("Told by", "切换思考的字段"), new("Until", "下线日期"),
        ]);
        foreach (var host in card.Hosts)
        {
            table.AddRow(
                Cell.Of($"{host.Provider}{(host.Title == host.Provider ? "" : $" ({host.Title})")}"),
                Cell.Of(host.Id),
                Cell.Of(Key(host).In(language)),
                Cell.Of(host.ThinkingFields ?? "/"),
                Cell.Of(Cell.Day(host.RetiredSince)));
        }

        return table;
    }

    private static Phrase Key(HostLine host) => host switch
    {
        { KeyVariable: null } => new("not needed", "不需要"),
        { HasKey: true } => new($"{host.KeyVariable} (found)", $"{host.KeyVariable}（已找到）"),
        _ => Same(host.KeyVariable),
    };

    private static Table Prices(ModelCard card, Language language)
    {
        var table = Headed(language, [
            new("Price of", "价格"), new("Date", "日期"), new("In", "输入"), new("Cached in", "缓存输入"), new("Out", "输出"), new("Currency", "币种"),
            new("Batch", "批量"), new("Out, yuan", "输出（元）"), new("Rate", "汇率"), new("Source", "来源"),
        ]);
        foreach (var figures in (ReadOnlySpan<int>)[2, 3, 4, 7])
        {
            table.Columns[figures].RightAligned();
        }

        foreach (var (provider, price, yuan) in card.Prices)
        {
            table.AddRow(
                Cell.Of(provider), Cell.Of(Cell.Day(price.Date)), Cell.Of(ModelWords.Figure(price.InputPerMillion)), Cell.Of(ModelWords.Figure(price.CachedInputPerMillion)),
                Cell.Of(ModelWords.Figure(price.OutputPerMillion)), Cell.Of(price.Currency),
                Cell.Of(price.Batch is { } share ? $"× {ModelWords.Figure(share)}" : "/"), Cell.Of(ModelWords.Figure(yuan)), Cell.Of(Rate(price.Exchange)), Cell.Of(price.Source));
            foreach (var tier in price.Tiers ?? [])
            {
                var over = $"> {ModelWords.Tokens(tier.Over)}{(tier.OverOutput > 0 ? $" + {ModelWords.Tokens(tier.OverOutput)}" : "")}";
                table.AddRow(Cell.Of(""), Cell.Of(over), Cell.Of(ModelWords.Figure(tier.Input)), Cell.Of(ModelWords.Figure(tier.CachedInput)), Cell.Of(ModelWords.Figure(tier.Output)));
            }
        }

        return table;
    }

    private static string Rate(ExchangeRate? rate) =>
        rate is null || rate.Currency == "CNY" ? "/" : $"{ModelWords.Figure(rate.Yuan)} ({Cell.Day(rate.Date)})";

    private static Table Headed(Language language, IEnumerable<Phrase> headings)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (var heading in headings)
        {
            table.AddColumn(heading.In(language));
        }

        return table;
    }
}
