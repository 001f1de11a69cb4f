using Jinbang.Grading;
using Jinbang.Runs.Cases;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Cli.Summaries;

/// <summary>How many cases of each kind a model has on each exam, and the first cases, for the terminal.</summary>
/// <param name="most">Most cases that are shown; no more are held.</param>
internal sealed class CaseTable(int most)
{
    private static readonly (Phrase Heading, Func<Tally, int> Count)[] Kinds =
    [
        (new("Right", "正确"), tally => tally.Right),
        (new("Wrong", "错误"), tally => tally.Wrong),
        (new("Partial", "部分得分"), tally => tally.Partial),
        (new("Unreadable", "读不出"), tally => tally.Unreadable),
        (new("Unanswered", "未作答"), tally => tally.Unanswered),
        (new("Failed", "失败"), tally => tally.Failed),
        (new("Cut off*", "被截断*"), tally => tally.CutOff),
        (new("Withheld*", "被拒答*"), tally => tally.Refused),
        (new("Marked*", "人工改判*"), tally => tally.Marked),
    ];

    private readonly OrderedDictionary<(string Exam, string Model), Tally> tallies = [];
    private readonly List<Case> shown = [];

    /// <summary>Cases added.</summary>
    public int Count { get; private set; }

    /// <summary>The first cases.</summary>
    public IReadOnlyList<Case> Shown => shown;

    public void Add(Case found)
    {
        var key = (found.Exam.Title, found.Model.Name);
        if (!tallies.TryGetValue(key, out var tally))
        {
            tallies.Add(key, tally = new Tally());
        }

        tally.Add(new GradedReply(found.Question, found.Entry.Repeat, found.Entry.Reply, found.Entry.Grade));
        Count++;
        if (shown.Count < most)
        {
            shown.Add(found);
        }
    }

    /// <summary>The counts; kinds that nobody has are left out.</summary>
    public IRenderable Of(Language language)
    {
        var kinds = Kinds.Where(kind => tallies.Values.Any(tally => kind.Count(tally) > 0)).ToList();
        var hasExams = tallies.Keys.DistinctBy(key => key.Exam).Count() > 1;
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (var heading in (Phrase[])[.. hasExams ? [new("Exam", "题库")] : Array.Empty<Phrase>(), new("Model", "大模型")])
        {
            table.AddColumn(heading.In(language));
        }

        foreach (var heading in (Phrase[])[new("All", "合计"), .. kinds.Select(kind => kind.Heading)])
        {
            table.AddColumn(new TableColumn(heading.In(language)).RightAligned());
        }

        foreach (var ((exam, model), tally) in tallies)
        {
            table.AddRow([.. hasExams ? [Cell.Of(exam)] : Array.Empty<Text>(), Cell.Of(model), Cell.Of(tally.Asked), .. kinds.Select(kind => Cell.Of(kind.Count(tally)))]);
        }

        var starred = new Phrase("* counted among the other kinds too", "* 同时计入其他各类");
        return kinds.Exists(kind => kind.Heading.English.EndsWith('*'))
            ? new Rows(table, new Text("· " + starred.In(language), new Style(Color.Grey)))
            : table;
    }
}
