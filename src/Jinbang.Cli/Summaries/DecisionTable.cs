using System.Globalization;
using Jinbang.Exams;
using Jinbang.Exams.Decisions;
using Jinbang.Runs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Cli.Summaries;

/// <summary>People's decisions about questions, as a table for the terminal.</summary>
internal static class DecisionTable
{
    private static readonly Phrase[] Headings =
        [new("When", "时间"), new("Question", "题目"), new("Decision", "决定"), new("In the file", "文件中"), new("Reason", "理由"), new("By", "决定人"), new("Now", "现状")];

    /// <summary>The table, the first decision first.</summary>
    /// <param name="file">The exam as its file has it.</param>
    /// <param name="decisions">All decisions about it.</param>
    /// <param name="language">The language of headings and words.</param>
    public static IRenderable Of(Exam file, IReadOnlyList<KeyDecision> decisions, Language language)
    {
        if (decisions.Count == 0)
        {
            return new Text(new Phrase("Nothing was decided yet.", "尚无任何决定。").In(language) + "\n");
        }

        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (var heading in Headings)
        {
            table.AddColumn(heading.In(language));
        }

        var texts = Decisions.TextsOf(file);
        for (var nth = 0; nth < decisions.Count; nth++)
        {
            var decision = decisions[nth];
            var isReplaced = decisions.Skip(nth + 1).Any(later => later.Text == decision.Text);
            table.AddRow(
                Cell.Of(decision.DecidedAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)), Cell.Of(decision.Question),
                Cell.Of(What(decision).In(language)), Cell.Of(decision.FileKey), Cell.Of(decision.Reason), Cell.Of(decision.By ?? "/"),
                Cell.Of(State(isReplaced, texts.Contains(decision.Text)).In(language)));
        }

        return table;
    }

    private static Phrase What(KeyDecision decision) => decision.Kind switch
    {
        DecisionKind.Key => new($"key {decision.Key}", $"答案 {decision.Key}"),
        DecisionKind.Drop => new("drop", "剔除"),
        DecisionKind.Keep => new("keep", "保留"),
    };

    private static Phrase State(bool isReplaced, bool isThere) => (isReplaced, isThere) switch
    {
        (true, _) => new("replaced", "已被取代"),
        (_, false) => new("the question is another now", "题目已改"),
        _ => new("in force", "有效"),
    };
}
