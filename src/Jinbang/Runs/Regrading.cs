using System.Globalization;
using System.Runtime.CompilerServices;
using Jinbang.Exams;
using Jinbang.Grading.Judges;
using Jinbang.Models;
using Jinbang.Runs.Marks;

namespace Jinbang.Runs;

/// <summary>Grades kept replies again where the key has changed since; nobody is asked.</summary>
internal static class Regrading
{
    /// <summary>Raised whenever reading or grading changes, so that kept grades are renewed.</summary>
    private const string ReaderVersion = "2";

    /// <summary>Identifies the key or rubric, the rule, the reader, the judgements and the person's mark that a grade was given by;
    /// the mark only where there is one, so that older ledgers keep their grades.</summary>
    public static string Mark(Question question, CreditRule credit, string? judgedBy, string? markedBy = null) => Fingerprint.Of(
    [
        ReaderVersion, question.Key.ToString(), (question.Key as NumberKey)?.Tolerance.ToString(CultureInfo.InvariantCulture), credit.ToString(), judgedBy,
        .. markedBy is null ? Array.Empty<string>() : [markedBy],
    ]);

    /// <summary>Identifies what judges are asked about a reply: nothing of an answer key but a rubric.</summary>
    public static string Asked(Question question) => Fingerprint.Of((question.Key as RubricKey)?.ToString());

    /// <summary>The kept attempts of a sitting that belong to the exam as it is now, each as it is and with its grade renewed.</summary>
    public static async IAsyncEnumerable<(Attempt Attempt, LedgerEntry Before, LedgerEntry Now)> RenewedAsync(
        Ledger ledger, string sitting, AttemptIndex index, CreditRule credit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in ledger.ReadAsync(sitting, cancellationToken))
        {
            if (index.TryFind(entry.Key, out var attempt))
            {
                yield return (attempt, entry, await RenewAsync(ledger, entry, attempt.Question, credit, cancellationToken));
            }
        }
    }

    /// <summary>The entry as it is when its grade is up to date, else graded anew from its reply and from the judgements and the
    /// mark that it was graded by.</summary>
    public static async Task<LedgerEntry> RenewAsync(
        Ledger ledger, LedgerEntry entry, Question question, CreditRule credit, CancellationToken cancellationToken)
    {
        if (entry.Reply.Outcome == Outcome.Failed || entry.GradedBy == Mark(question, credit, entry.JudgedBy, entry.MarkedBy))
        {
            return entry;
        }

        var mark = entry.MarkedBy is { } markedBy ? await ledger.FindMarkAsync(markedBy, cancellationToken) : null;
        return await MarkedAsync(ledger, entry, question, credit, mark, cancellationToken);
    }

    /// <summary>The entry graded by its reply, the judgements that it was graded by, and this mark instead of any other.</summary>
    public static async Task<LedgerEntry> MarkedAsync(
        Ledger ledger, LedgerEntry entry, Question question, CreditRule credit, LedgerMark? mark, CancellationToken cancellationToken)
    {
        var kept = new List<LedgerJudgement>();
        foreach (var key in entry.JudgedBy?.Split(' ') ?? [])
        {
            if (await ledger.FindJudgementAsync(key, cancellationToken) is { } judgement && judgement.Question == Asked(question))
            {
                kept.Add(judgement);
            }
        }

        return Graded(entry, question, credit, kept, mark);
    }

    /// <summary>The entry graded by its reply, these judgements, and before them this mark.</summary>
    public static LedgerEntry Graded(
        LedgerEntry entry, Question question, CreditRule credit, IReadOnlyList<LedgerJudgement> judgements, LedgerMark? mark = null)
    {
        var judgedBy = judgements.Count > 0 ? string.Join(' ', judgements.Select(judgement => judgement.Key)) : null;
        var unmarked = Judged.Grade(question, credit, entry.Reply, [.. judgements.Select(judgement => judgement.Judgement)]);
        var given = mark?.Mark;
        return entry with
        {
            Grade = given is null ? unmarked : given.Over(question, unmarked),
            GradedBy = Mark(question, credit, judgedBy, given is null ? null : mark?.Key),
            JudgedBy = judgedBy,
            MarkedBy = given is null ? null : mark?.Key,
        };
    }
}
