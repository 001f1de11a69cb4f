using Jinbang.Models;
using Jinbang.Runs.Sharing;

namespace Jinbang.Runs.Ledgers;

/// <summary>Writes pages into the tables of a ledger.</summary>
internal sealed class SqlPages
{
    private static readonly SqlRows Attempts = SqlRows.Insert(
        "attempt", [.. SqlAttempt.Columns, "sitting"], $"UPDATE SET {SqlRows.Sets(SqlAttempt.Columns, "excluded")} WHERE attempt.outcome = 'Failed'");

    // A grade that was made before a person marked the reply is outdated.
    private static readonly SqlRows Grades = SqlRows.Update(
        "attempt", ["key", "overrules", .. SqlAttempt.GradeColumns], SqlRows.Sets(SqlAttempt.GradeColumns, "v"),
        """
        attempt.key = v.key AND (v.overrules OR attempt.marked_by IS NOT DISTINCT FROM v.marked_by
            OR NOT EXISTS (SELECT 1 FROM mark WHERE mark.key = attempt.marked_by))
        """);

    private static readonly SqlRows Sums = SqlRows.Update(
        "sitting", ["key", "graded_as", "tally"], "graded_as = v.graded_as, tally = v.tally", "sitting.key = v.key");

    private static readonly SqlRows Judgements = SqlRows.Insert("judgement", SqlJudgement.Columns, "NOTHING");

    private static readonly SqlRows Books = SqlRows.Update(
        "sitting", ["key", "lost_yuan", "outstanding_yuan"],
        "lost_yuan = plus(sitting.lost_yuan, v.lost_yuan), outstanding_yuan = coalesce(v.outstanding_yuan, sitting.outstanding_yuan)",
        "sitting.key = v.key");

    // Sittings that persons marked replies of. A run that was at work on one meanwhile does not know of it: its sums are not kept, but counted anew.
    private readonly HashSet<string> overruled = [];

    /// <summary>Writes pages, as if one after the other.</summary>
    /// <param name="change">The transaction.</param>
    /// <param name="pages">The pages.</param>
    /// <param name="shared">What else is done where many work on the same sittings; null where nobody does.</param>
    public void Write(SqlChange change, IReadOnlyList<LedgerPage> pages, SharedCommit? shared)
    {
        foreach (var some in Waves.Of(pages, page => page.Sitting))
        {
            WriteAtOnce(change, some, shared);
        }
    }

    /// <summary>Adds to what a sitting lost.</summary>
    public static void Lose(SqlChange change, string sitting, decimal yuan) => change.Put(Books, [[sitting, yuan, null]]);

    private void WriteAtOnce(SqlChange change, IReadOnlyList<LedgerPage> pages, SharedCommit? shared)
    {
        foreach (var mark in pages.SelectMany(page => page.Marks))
        {
            overruled.Add(mark.Sitting);
            SqlMarks.Keep(change, mark);
        }

        var kept = change.Put(Attempts, [.. from page in pages from entry in page.Entries select (object?[])[.. SqlAttempt.Values(entry), page.Sitting]]);
        var judged = change.Put(Judgements, [.. from page in pages from judgement in page.Judgements select SqlJudgement.Values(judgement)]);
        change.Put(Grades, [.. from page in pages from entry in page.Grades select (object?[])[entry.Key, page.Marks.Count > 0, .. SqlAttempt.GradeValues(entry)]]);
        var changed = pages.Where(page => page.ConcernsSums).ToList();
        change.Put(SqlSheets.Forget, [.. changed.Select(page => new object?[] { page.Sitting })]);
        change.Put(SqlSheets.Keep, [.. from page in pages let sheet = page.Sheet where sheet is not null select SqlSheets.Values(page.Sitting, sheet)]);
        if (shared is not null)
        {
            var keys = (HashSet<string>)[.. kept ?? [], .. judged ?? []];
            pages = [.. pages.Select(page => page with { Lost = page.Lost + Beaten(page, keys), Outstanding = null, Sums = null })];
            var locked = shared.LockSittings([.. pages.Where(page => page.Lost > 0).Select(page => page.Sitting)], [.. changed.Select(page => page.Sitting)]);

            // Nobody who asks a part of a sitting knows its sums.
            changed = [.. changed.Where(page => locked.Contains(page.Sitting)).Select(page => page with { Sums = null })];
        }

        change.Put(Sums, [.. from page in changed let known = Known(page) select new object?[] { page.Sitting, known?.Mark, known is null ? null : TallyJson.Write(known.Tally) }]);
        change.Put(Books, [.. from page in pages where page is not { Lost: 0, Outstanding: null } select new object?[] { page.Sitting, page.Lost, Plain(page.Outstanding) }]);
    }

    /// <summary>What was paid for replies that are not kept, since somebody else had theirs first: it was billed, and belongs to no attempt.</summary>
    private static decimal Beaten(LedgerPage page, HashSet<string> kept) =>
        page.Entries.Where(entry => !kept.Contains(entry.Key)).Sum(entry => Paid(entry.Reply))
        + page.Judgements.Where(judgement => !kept.Contains(judgement.Key)).Sum(judgement => Paid(judgement.Judgement.Reply));

    private static decimal Paid(Reply reply) => reply.IsReused ? 0 : reply.Cost ?? 0;

    // Without zeros at its end.
    private static decimal? Plain(decimal? yuan) => yuan / 1.0000000000000000000000000000m;

    private SittingSums? Known(LedgerPage page) => page.Entries.Count > 0 && overruled.Contains(page.Sitting) ? null : page.Sums;
}
