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

        IEnumerable<Phrase> sentences = [.. comparisons.Select(comparison => ComparisonWords.Verdict(report, comparison)), .. ComparisonWords.Measures(comparisons[^1]).Select(Sentence)];
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

    private static Phrase Sentence(ComparedMeasure measure)
    {
        var ratio = measure.Ratio is { } known ? $", A/B {Figure(known)}" : "";
        return new(
            $"{measure.What.English}: A {Figure(measure.First)}, B {Figure(measure.Second)}{ratio}",
            $"{measure.What.Chinese}：A {Figure(measure.First)}，B {Figure(measure.Second)}{ratio.Replace(", ", "，", StringComparison.Ordinal)}");
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
