using System.Globalization;
using System.Runtime.CompilerServices;
using Jinbang.Exams;
using Jinbang.Grading.Judges;
using Jinbang.Models;

namespace Jinbang.Runs;

/// <summary>Grades kept replies again where the key has changed since; nobody is asked.</summary>
internal static class Regrading
{
    /// <summary>Raised whenever reading or grading changes, so that kept grades are renewed.</summary>
    private const string ReaderVersion = "2";

    /// <summary>Identifies the key or rubric, the rule, the reader and the judgements that a grade was given by.</summary>
    public static string Mark(Question question, CreditRule credit, string? judgedBy) => Fingerprint.Of(
        ReaderVersion, question.Key.ToString(), (question.Key as NumberKey)?.Tolerance.ToString(CultureInfo.InvariantCulture), credit.ToString(), judgedBy);

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

    /// <summary>The entry as it is when its grade is up to date, else graded anew from its reply and the judgements it was graded by.</summary>
    private static async Task<LedgerEntry> RenewAsync(
        Ledger ledger, LedgerEntry entry, Question question, CreditRule credit, CancellationToken cancellationToken)
    {
        if (entry.Reply.Outcome == Outcome.Failed || entry.GradedBy == Mark(question, credit, entry.JudgedBy))
        {
            return entry;
        }

        var kept = new List<LedgerJudgement>();
        foreach (var key in entry.JudgedBy?.Split(' ') ?? [])
        {
            if (await ledger.FindJudgementAsync(key, cancellationToken) is { } judgement && judgement.Question == Asked(question))
            {
                kept.Add(judgement);
            }
        }

        return Graded(entry, question, credit, kept);
    }

    /// <summary>The entry graded by its reply and these judgements.</summary>
    public static LedgerEntry Graded(LedgerEntry entry, Question question, CreditRule credit, IReadOnlyList<LedgerJudgement> judgements)
    {
        var judgedBy = judgements.Count > 0 ? string.Join(' ', judgements.Select(judgement => judgement.Key)) : null;
        return entry with
        {
            Grade = Judged.Grade(question, credit, entry.Reply, [.. judgements.Select(judgement => judgement.Judgement)]),
            GradedBy = Mark(question, credit, judgedBy),
            JudgedBy = judgedBy,
        };
    }
}
