using System.Runtime.CompilerServices;
using Jinbang.Exams;
using Jinbang.Models;

namespace Jinbang.Runs.Cases;

/// <summary>Reads from the ledger what was replied to an exam, one reply at a time.</summary>
public static class CaseReader
{
    /// <summary>The replies of each model's latest sitting that a filter lets through, models in the order they were first seen and
    /// replies in the order they were recorded. Grades are by the exam's present keys, whatever the ledger keeps; replies to questions
    /// that were reworded since are left out.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="exam">The exam.</param>
    /// <param name="filter">Which replies are meant.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async IAsyncEnumerable<Case> ReadAsync(
        Ledger ledger, Exam exam, CaseFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (paper, version) = (Paper.Of(exam), ExamVersions.Of(exam));
        foreach (var sitting in await ledger.SittingsAsync(exam.Id, exam.Language, cancellationToken))
        {
            if (!filter.Fits(sitting.Model))
            {
                continue;
            }

            var index = new AttemptPlan(sitting.Key, paper, sitting.Repeats).Index();
            await foreach (var (attempt, _, now) in Regrading.RenewedAsync(ledger, sitting.Key, index, exam.Credit, cancellationToken))
            {
                if (filter.Fits(attempt.Question) && filter.Fits(now))
                {
                    yield return await WithMarkAsync(ledger, new Case(exam, version, sitting.Model, attempt.Question, now), cancellationToken);
                }
            }
        }
    }

    /// <summary>The replies to one question in models' latest sittings, models in the order they were first seen and repeats in theirs;
    /// however many others an exam has, no further reply is read. Grades are as of <see cref="ReadAsync(Ledger, Exam, CaseFilter, CancellationToken)"/>.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="exam">The exam.</param>
    /// <param name="question">One of its questions.</param>
    /// <param name="isMeant">Whose replies are meant.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async IAsyncEnumerable<Case> ReadAsync(
        Ledger ledger, Exam exam, Question question, Func<Model, bool> isMeant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (paper, version) = (Paper.Of(exam), ExamVersions.Of(exam));
        var text = paper.TextOf(Enumerable.Range(0, exam.Questions.Count).First(place => exam.Questions[place].Id == question.Id));
        foreach (var sitting in (await ledger.SittingsAsync(exam.Id, exam.Language, cancellationToken)).Where(sitting => isMeant(sitting.Model)))
        {
            for (var repeat = 0; repeat < sitting.Repeats; repeat++)
            {
                if (await ledger.FindAsync(AttemptPlan.KeyOf(sitting.Key, text, repeat), cancellationToken) is { } kept)
                {
                    var now = await Regrading.RenewAsync(ledger, kept, question, exam.Credit, cancellationToken);
                    yield return await WithMarkAsync(ledger, new Case(exam, version, sitting.Model, question, now), cancellationToken);
                }
            }
        }
    }

    /// <summary>The reply of an attempt, graded by the exam's present keys; null when the exam has no such question any more.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="exam">The exam.</param>
    /// <param name="sitting">The sitting that it belongs to, of whatever age.</param>
    /// <param name="key">The attempt's key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<Case?> FindAsync(Ledger ledger, Exam exam, SittingEntry sitting, string key, CancellationToken cancellationToken)
    {
        var index = new AttemptPlan(sitting.Key, Paper.Of(exam), sitting.Repeats).Index();
        if (!index.TryFind(key, out var attempt) || await ledger.FindAsync(key, cancellationToken) is not { } entry)
        {
            return null;
        }

        var now = await Regrading.RenewAsync(ledger, entry, attempt.Question, exam.Credit, cancellationToken);
        return await WithMarkAsync(ledger, new Case(exam, ExamVersions.Of(exam), sitting.Model, attempt.Question, now), cancellationToken);
    }

    private static async Task<Case> WithMarkAsync(Ledger ledger, Case found, CancellationToken cancellationToken) =>
        found.Entry.MarkedBy is { } mark
            ? found with
            {
                Mark = await ledger.FindMarkAsync(mark, cancellationToken),
                WithoutMark = (await Regrading.MarkedAsync(ledger, found.Entry, found.Question, found.Exam.Credit, null, cancellationToken)).Grade,
            }
            : found;
}
