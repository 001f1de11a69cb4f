using Jinbang.Workspaces;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Cli.Summaries;

/// <summary>A list of models as a table for the terminal.</summary>
internal static class ModelTable
{
    private const int Wide = 140;

    private static readonly Column[] Columns =
    [
        new(new("Model", "大模型"), (line, _) => line.Name) { IsText = true },
        new(new("House", "机构"), (line, _) => line.House.Length > 0 ? line.House : "/") { IsText = true },
        new(new("Category", "类别"), (line, language) => Cell.Category(line.Openness).In(language)) { IsText = true },
        new(new("Size", "参数量"), (line, _) => ModelWords.Size(line)) { IsForWide = true },
        new(new("Context", "上下文"), (line, _) => ModelWords.Tokens(line.Context)) { IsForWide = true },
        new(new("Thinking", "思考"), (line, language) => ModelWords.Thinking(line).In(language)) { IsText = true },
        new(new("In", "输入价"), (line, _) => ModelWords.Figure(line.Input)),
        new(new("Out", "输出价"), (line, _) => ModelWords.Figure(line.Output)),
        new(new("Currency", "币种"), (line, _) => line.Currency ?? "/") { IsText = true },
        new(new("Providers (* key found)", "服务商（* 有密钥）"), (line, _) => Providers(line)) { IsText = true, IsForWide = true },
    ];

    /// <summary>The table, with what it leaves out below.</summary>
    /// <param name="summary">The models.</param>
    /// <param name="language">The language spoken.</param>
    /// <param name="width">Columns of the terminal; where they are few, some of the table's are left out.</param>
    public static IRenderable Of(ModelSummary summary, Language language, int width)
    {
        var shown = Columns.Where(column => width >= Wide || !column.IsForWide).ToList();
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (var column in shown)
        {
            var heading = new TableColumn(column.Heading.In(language));
            table.AddColumn(column.IsText ? heading : heading.RightAligned());
        }

        foreach (var line in summary.Models)
        {
            table.AddRow(shown.Select(column => Cell.Of(column.Show(line, language))));
        }

        var shownTable = summary.Models.Count > 0 ? [table] : Array.Empty<IRenderable>();
        return new Rows([.. shownTable, .. Remarks(summary).Select(remark => new Text("· " + remark.In(language), new Style(Color.Grey)))]);
    }

    private static string Providers(ModelLine line) =>
        string.Join(", ", line.Providers.Select(provider => line.Keys.Contains(provider) ? provider + "*" : provider));

    private static IEnumerable<Phrase> Remarks(ModelSummary summary)
    {
        yield return new(
            $"{summary.Models.Count} models. Prices are per million tokens; `jinbang models show NAME` tells their dates.",
            $"共 {summary.Models.Count} 个模型。价格按每百万 token 计；`jinbang models show 名字` 可看价格的日期。");
        if (summary.Hidden > 0)
        {
            yield return new(
                $"{summary.Hidden} more are served by nobody any more; --all shows them.", $"另有 {summary.Hidden} 个已下线，--all 可一并列出。");
        }
    }

    private sealed record Column(Phrase Heading, Func<ModelLine, Language, string> Show)
    {
        public bool IsText { get; init; }

        public bool IsForWide { get; init; }
    }
}
