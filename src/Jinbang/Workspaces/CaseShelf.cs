using Jinbang.Boards.Pages;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Cases;

namespace Jinbang.Workspaces;

/// <summary>The bad cases of an exam as pages show them: all are counted, some of each kind are shown.</summary>
public sealed class CaseShelf
{
    /// <summary>Most cases of a kind that are shown of a model, when nobody says how many.</summary>
    public const int Usual = 3;

    private readonly int most;
    private readonly Dictionary<string, List<(Phrase Kind, int Count)>> counts = [];
    private readonly Dictionary<string, List<ShownCase>> shown = [];

    private CaseShelf(int most) => this.most = most;

    /// <summary>Reads the bad cases of an exam.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="exam">The exam.</param>
    /// <param name="most">Most cases of a kind that are shown of a model; 0 for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<IReadOnlyList<ModelCases>> ReadAsync(Ledger ledger, Exam exam, int most, CancellationToken cancellationToken)
    {
        var shelf = new CaseShelf(most);
        if (most > 0)
        {
            await foreach (var found in CaseReader.ReadAsync(ledger, exam, new CaseFilter(), cancellationToken))
            {
                shelf.Add(found);
            }
        }

        return shelf.All;
    }

    private IReadOnlyList<ModelCases> All => [.. counts.Select(model => new ModelCases(
        model.Key, model.Value.Sum(kind => kind.Count), [.. model.Value.Select(kind => new CaseCount(kind.Kind, kind.Count))], shown[model.Key]))];

    private void Add(Case found)
    {
        var (name, kind) = (found.Model.Name, KindOf(found.Entry));
        if (counts.TryAdd(name, []))
        {
            shown[name] = [];
        }

        var kinds = counts[name];
        var at = kinds.FindIndex(known => known.Kind == kind);
        if (at < 0)
        {
            at = kinds.Count;
            kinds.Add((kind, 0));
        }

        kinds[at] = (kind, kinds[at].Count + 1);
        if (kinds[at].Count <= most)
        {
            shown[name].Add(new ShownCase(kind, found.Question, found.Entry.Reply, found.Entry.Grade) { Repeat = found.Entry.Repeat, Mark = MarkOf(found) });
        }
    }

    /// <summary>How asking ended says more than that there is no right answer.</summary>
    private static Phrase KindOf(LedgerEntry entry) => entry is { Reply.Outcome: Outcome.Replied, Grade: { } grade }
        ? GradeWords.Say(grade.Verdict)
        : GradeWords.Say(entry.Reply.Outcome);

    private static Phrase? MarkOf(Case found)
    {
        if (found.Mark is not { Mark: { } mark } told)
        {
            return null;
        }

        var verdict = GradeWords.Say(mark.Verdict);
        var before = found.WithoutMark is { } grade ? GradeWords.Say(grade.Verdict) : new Phrase("not graded", "无评分");
        return new(
            $"Marked {verdict.English} by {told.By} (before: {before.English}): {told.Reason}",
            $"{told.By} 改判为“{verdict.Chinese}”（原为“{before.Chinese}”）：{told.Reason}");
    }
}
