using System.Globalization;
using Jinbang.Boards.Items;
using Jinbang.Exams.Decisions;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Cli.Summaries;

/// <summary>What models together say of questions, as a table for the terminal.</summary>
internal static class ItemTable
{
    private const int Wide = 140;
    private const int MostTwins = 3;

    /// <summary>The table, with remarks below.</summary>
    /// <param name="report">The report.</param>
    /// <param name="rows">The questions to show, in their order.</param>
    /// <param name="language">The language of headings and remarks.</param>
    /// <param name="width">Columns of the terminal; where they are few, what each option got is left out.</param>
    public static IRenderable Of(ItemReport report, IReadOnlyList<ItemRow> rows, Language language, int width)
    {
        var columns = Columns.Where(column => (width >= Wide || !column.IsForWide) && rows.Any(row => column.Show(row, language).Length > 0)).ToList();
        var table = new Table { Title = new TableTitle(Markup.Escape(Boards.Plain.Text(report.Title)), new Style(decoration: Decoration.Bold)) };
        table.Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (var column in columns)
        {
            var heading = new TableColumn(column.Heading.In(language));
            table.AddColumn(column.IsNumber ? heading.RightAligned() : heading);
        }

        foreach (var row in rows)
        {
            table.AddRow(columns.Select(column => Cell.Of(column.Show(row, language))));
        }

        IEnumerable<Phrase> remarks = [Count(report, rows.Count), .. report.Notes];
        return new Rows([
            .. rows.Count > 0 ? [table] : Array.Empty<IRenderable>(),
            .. remarks.Select(remark => new Text("· " + Boards.Plain.Text(remark.In(language)), new Style(Color.Grey)))]);
    }

    private static Phrase Count(ItemReport report, int shown)
    {
        var flags = report.Rows.SelectMany(row => row.Flags).CountBy(flag => flag).OrderBy(flag => flag.Key).ToList();
        var (english, chinese) = flags.Count == 0
            ? ("no flags", "没有标记")
            : (string.Join(", ", flags.Select(flag => $"{ItemWords.Say(flag.Key).English} {flag.Value}")), string.Join("、", flags.Select(flag => $"{ItemWords.Say(flag.Key).Chinese} {flag.Value}")));
        return new(
            $"{shown} of {report.Rows.Count} questions listed, over {report.Models} models; flags: {english}",
            $"共 {report.Rows.Count} 题、{report.Models} 个模型，列出 {shown} 题；标记：{chinese}");
    }

    private static readonly (Phrase Heading, bool IsNumber, bool IsForWide, Func<ItemRow, Language, string> Show)[] Columns =
    [
        (new("Question", "题目"), false, false, (row, _) => row.Question),
        (new("Stratum", "科目"), false, true, (row, _) => row.Stratum ?? ""),
        (new("Key", "答案"), false, false, (row, _) => row.Key),
        (new("Right", "得分率"), true, false, (row, _) => Cell.Percent(row.Difficulty)),
        (new("Models", "模型数"), true, false, (row, _) => row.Models.ToString(CultureInfo.InvariantCulture)),
        (new("r", "r"), true, false, (row, _) => Figure(row.Discrimination)),
        (new("D27", "D27"), true, false, (row, _) => Figure(row.TopLessBottom)),
        (new("Picked", "各项选择"), false, true, (row, _) => ItemWords.Picked(row)),
        (new("No answer", "无答案"), false, true, (row, language) => ItemWords.Missing(row).In(language)),
        (new("Rather (log-odds)", "另选（对数几率）"), false, false, (row, _) => ItemWords.Rival(row)),
        (new("Flags", "标记"), false, false, Flags),
    ];

    private static string Flags(ItemRow row, Language language)
    {
        var words = row.Flags.Select(flag => ItemWords.Say(flag).In(language));
        var twins = row.Twins.Take(MostTwins)
            .Select(twin => $"{(twin.Likeness < 1 ? "≈" : "=")}{twin.Exam}:{twin.Question}{(twin.KeyDiffers ? "!" : "")}");
        var kept = row.Decision?.Kind == DecisionKind.Keep ? [new Phrase("kept by decision", "经人工决定保留").In(language)] : Array.Empty<string>();
        return string.Join(", ", [.. words, .. twins, .. kept]);
    }

    private static string Figure(double? value) => value?.ToString("F2", CultureInfo.InvariantCulture) ?? "/";
}
