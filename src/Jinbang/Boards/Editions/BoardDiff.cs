using Jinbang.Statistics.Ranking;

namespace Jinbang.Boards.Editions;

/// <summary>One board in two editions.</summary>
/// <param name="File">The name of its files.</param>
/// <param name="Title">Its title, the later one.</param>
/// <param name="Fate">What has become of it.</param>
/// <param name="QuestionsBefore">Its questions before; 0 when unknown or it was not there.</param>
/// <param name="QuestionsAfter">Its questions now.</param>
public sealed record BoardDiff(string File, string Title, BoardFate Fate, int QuestionsBefore, int QuestionsAfter)
{
    /// <summary>Whether it is made of other boards.</summary>
    public bool IsRollUp { get; init; }

    /// <summary>Models that are on it for the first time; empty when it is new.</summary>
    public IReadOnlyList<string> NewModels { get; init; } = [];

    /// <summary>Models that are on it no more; empty when it is retired.</summary>
    public IReadOnlyList<string> RetiredModels { get; init; } = [];

    /// <summary>The models on it whose line changed, in the later order.</summary>
    public IReadOnlyList<RowDiff> Rows { get; init; } = [];

    /// <summary>What identifies its questions.</summary>
    internal string Exam { get; init; } = File;

    /// <summary>Whether nothing changed.</summary>
    public bool IsEmpty => Fate == BoardFate.Kept && NewModels.Count + RetiredModels.Count + Rows.Count == 0;

    internal static BoardDiff Of(EditionBoard? before, EditionBoard? after)
    {
        var either = after ?? before!;
        var diff = new BoardDiff(either.File, either.Title, FateOf(before, after), before?.Questions ?? 0, after?.Questions ?? 0) { IsRollUp = either.IsRollUp, Exam = either.Exam };
        return before is null || after is null ? diff : diff with
        {
            NewModels = [.. after.Rows.ExceptBy(before.Rows.Select(row => row.Identity), row => row.Identity).Select(row => row.Model)],
            RetiredModels = [.. before.Rows.ExceptBy(after.Rows.Select(row => row.Identity), row => row.Identity).Select(row => row.Model)],
            Rows = [.. RowsOf(before, after)],
        };
    }

    private static BoardFate FateOf(EditionBoard? before, EditionBoard? after) => (before, after) switch
    {
        (null, _) => BoardFate.New,
        (_, null) => BoardFate.Retired,
        ({ } old, { } now) => (old.ExamVersion, old.Questions) != (now.ExamVersion, now.Questions) ? BoardFate.Changed : BoardFate.Kept,
    };

    private static IEnumerable<RowDiff> RowsOf(EditionBoard before, EditionBoard after)
    {
        var earlier = before.Rows.DistinctBy(row => row.Identity).ToDictionary(row => row.Identity);
        var both = after.Rows.DistinctBy(row => row.Identity).Where(row => earlier.ContainsKey(row.Identity)).ToList();
        var (ranksBefore, ranksAfter) = (Places([.. both.Select(row => earlier[row.Identity])]), Places(both));
        foreach (var now in both)
        {
            var old = earlier[now.Identity];
            var row = new RowDiff(now.Model, CauseOf(old, now), old.Accuracy, now.Accuracy, ranksBefore(old.Ranks), ranksAfter(now.Ranks));
            if (row.HasMoved || row.HasOtherAccuracy || row.Cause is RowCause.Regraded or RowCause.Asked)
            {
                yield return row;
            }
        }
    }

    private static RowCause CauseOf(EditionRow before, EditionRow after) => (before.Evidence, after.Evidence) switch
    {
        ({ } old, { } now) when old == now => before.Accuracy == after.Accuracy ? RowCause.Others : RowCause.Regraded,
        ({ } old, { } now) => (old.Sitting, old.Replies) == (now.Sitting, now.Replies) ? RowCause.Regraded : RowCause.Asked,
        _ => before.Accuracy == after.Accuracy ? RowCause.Others : RowCause.Unknown,
    };

    /// <summary>Ranks among these rows alone, so that models that come or go move nobody.</summary>
    private static Func<RankSpan, RankSpan> Places(IReadOnlyList<EditionRow> rows)
    {
        int[] ranks = [.. rows.Select(row => row.Rank).Order()];
        return range => new(1 + ranks.Count(rank => rank < range.First), ranks.Count(rank => rank <= range.Last));
    }
}
