using System.Globalization;
using Jinbang.Boards;
using Jinbang.Boards.Comparisons;
using Jinbang.Statistics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Cli.Summaries;

/// <summary>Two models side by side, as tables for the terminal.</summary>
internal static class ComparisonTable
{
    private static readonly Phrase[] Headings =
    [
        new("Exam", "题库"), new("Questions", "题数"), new("", ""), new("", ""), new("A − B", "A − B"), new("95 % interval", "95% 区间"),
        new("p", "p"), new("Only A", "仅 A 得分"), new("Only B", "仅 B 得分"),
    ];

    /// <summary>Exam by exam, the verdicts in words, what each costs, and the questions on which they differ.</summary>
    /// <param name="report">The comparison.</param>
    /// <param name="most">How many differing questions to list.</param>
    /// <param name="language">The language of headings and sentences.</param>
    public static IRenderable Of(ComparisonReport report, int most, Language language)
    {
        var comparisons = report.Pooled is { } pooled ? [.. report.Exams, pooled] : report.Exams;
        var title = new Phrase($"A: {Plain.Text(report.First)}   B: {Plain.Text(report.Second)}", $"A：{Plain.Text(report.First)}   B：{Plain.Text(report.Second)}");
        var table = Table(title.In(language), Headings.Select((heading, at) => at switch { 2 => "A", 3 => "B", _ => heading.In(language) }));
        foreach (var comparison in comparisons)
        {
            table.AddRow(Cells(comparison, language));
        }

        IEnumerable<Phrase> sentences = [.. comparisons.Select(comparison => Verdict(report, comparison)), .. Prices(report, comparisons[^1])];
        return new Rows([
            table, .. sentences.Select(sentence => new Text("· " + Plain.Text(sentence.In(language)), new Style(Color.Grey))),
            .. Differing(report.Differing, most, language)]);
    }

    private static IEnumerable<IRenderable> Differing(IReadOnlyList<DifferingQuestion> questions, int most, Language language)
    {
        if (questions.Count == 0 || most == 0)
        {
            yield break;
        }

        var heading = new Phrase("Questions on which they differ", "得分不同的题");
        Phrase[] columns = [new("Exam", "题库"), new("Question", "题目"), new("Stratum", "科目"), new("Key", "答案"), new("A", "A"), new("B", "B")];
        var table = Table(heading.In(language), columns.Select(column => column.In(language)));
        foreach (var question in questions.Take(most))
        {
            table.AddRow(
                Cell.Of(question.Exam), Cell.Of(question.Question), Cell.Of(question.Stratum ?? ""), Cell.Of(question.Key),
                Picked(question.First, question.FirstPoints > question.SecondPoints), Picked(question.Second, question.SecondPoints > question.FirstPoints));
        }

        yield return table;
        if (questions.Count > most)
        {
            var rest = questions.Count - most;
            yield return new Text("· " + new Phrase($"and {rest} more; --all lists them.", $"另有 {rest} 道；--all 可全部列出。").In(language), new Style(Color.Grey));
        }
    }

    private static IRenderable[] Cells(Comparison comparison, Language language) =>
    [
        Cell.Of(comparison.Exam is null ? new Phrase("all together", "合计").In(language) : comparison.Title),
        Cell.Of(comparison.Paired.Items),
        Cell.Of(Share(comparison.First)),
        Cell.Of(Share(comparison.Second)),
        Cell.Of(Points(comparison.Paired.Difference)),
        Cell.Of(comparison.Paired.Interval is { } interval ? Range(interval) : "/"),
        Cell.Of(comparison.Paired.ExactP < 0.0001 ? "<0.0001" : comparison.Paired.ExactP.ToString("0.0000", CultureInfo.InvariantCulture)),
        Cell.Of(comparison.Paired.Better),
        Cell.Of(comparison.Paired.Worse),
    ];

    private static Phrase Verdict(ComparisonReport report, Comparison comparison)
    {
        var where = comparison.Exam is null ? new Phrase("All together", "合计") : new(comparison.Title, comparison.Title);
        return comparison switch
        {
            { Better: Preference.First } => new($"{where.English}: {report.First} is better", $"{where.Chinese}：{report.First} 更好"),
            { Better: Preference.Second } => new($"{where.English}: {report.Second} is better", $"{where.Chinese}：{report.Second} 更好"),
            { Paired.MoreItems: 0 } => new(
                $"{where.English}: cannot be told apart, but only just: a few more such questions may do it",
                $"{where.Chinese}：尚分不出高下，但已接近：再问几道同类题或可分出"),
            { Paired.MoreItems: { } more } => new(
                $"{where.English}: cannot be told apart; were the difference as large as it seems, about {more} more such questions would tell them apart four times in five",
                $"{where.Chinese}：分不出高下；如果差距真如现在所见，大约再问 {more} 道同类题，有八成把握分出"),
            _ => new(
                $"{where.English}: cannot be told apart; as they differ now no number of questions would",
                $"{where.Chinese}：分不出高下；照目前的差距，再多的题也分不出"),
        };
    }

    private static IEnumerable<Phrase> Prices(ComparisonReport report, Comparison comparison)
    {
        var (first, second) = (comparison.First, comparison.Second);
        (Phrase What, double? One, double? Other)[] measures =
        [
            (new("yuan for a thousand calls", "每千次调用花费（元）"), (double?)first.CostPerThousand, (double?)second.CostPerThousand),
            (new("median seconds", "耗时中位数（秒）"), first.MedianSeconds, second.MedianSeconds),
            (new("mean seconds", "平均耗时（秒）"), first.MeanSeconds, second.MeanSeconds),
            (new("mean tokens", "平均消耗 token"), first.MeanTokens, second.MeanTokens),
        ];
        foreach (var (what, one, other) in measures.Where(measure => (measure.One ?? measure.Other) is not null))
        {
            var ratio = one is { } left && other is > 0 and var right ? Figure(left / right) : null;
            yield return ratio is null
                ? new($"{what.English}: A {Figure(one)}, B {Figure(other)}", $"{what.Chinese}：A {Figure(one)}，B {Figure(other)}")
                : new($"{what.English}: A {Figure(one)}, B {Figure(other)}, A/B {ratio}", $"{what.Chinese}：A {Figure(one)}，B {Figure(other)}，A/B {ratio}");
        }
    }

    private static Table Table(string title, IEnumerable<string> headings)
    {
        var table = new Table { Title = new TableTitle(Markup.Escape(title), new Style(decoration: Decoration.Bold)) };
        table.Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (var heading in headings)
        {
            table.AddColumn(heading);
        }

        return table;
    }

    private static Text Picked(string answer, bool isAhead) => new(Plain.Text(answer), new Style(decoration: isAhead ? Decoration.Bold : Decoration.None));

    private static string Share(Side side) => $"{Cell.Percent(side.Accuracy)} ({Cell.Percent(side.AccuracyInterval.Low)} – {Cell.Percent(side.AccuracyInterval.High)})";

    private static string Range(Interval interval) => $"{Points(interval.Low)} … {Points(interval.High)}";

    private static string Points(double share) => (share * 100).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);

    private static string Figure(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "/";
}
