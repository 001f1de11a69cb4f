using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Runs;

/// <summary>Reads from the ledger where every model stands on an exam.</summary>
public static class Standings
{
    private const int Batch = 1000;

    /// <summary>The latest sitting of each model, graded by the exam's present keys; questions whose text has changed
    /// since they were asked count as not asked. Replies are read only where the kept sums are not by the present keys.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="exam">The exam.</param>
    /// <param name="keep">Whether renewed grades and sums replace the kept ones.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One review a model that has answered anything, in the order models were first seen.</returns>
    public static Task<IReadOnlyList<Review>> ReadAsync(Ledger ledger, Exam exam, bool keep, CancellationToken cancellationToken) =>
        ReadAsync(ledger, exam, _ => true, keep, cancellationToken);

    /// <summary>The same of some models only.</summary>
    public static async Task<IReadOnlyList<Review>> ReadAsync(Ledger ledger, Exam exam, Func<Model, bool> isMeant, bool keep, CancellationToken cancellationToken)
    {
        var reviews = new List<Review>();
        var paper = Paper.Of(exam);
        foreach (var sitting in (await ledger.SittingsAsync(exam.Id, exam.Language, cancellationToken)).Where(sitting => isMeant(sitting.Model)))
        {
            var mark = paper.Mark(sitting.Repeats);
            reviews.Add(await ledger.SumsAsync(sitting.Key, cancellationToken) is { } sums && sums.Mark == mark
                ? Reviewed(sitting, exam, sums.Tally, sums.Tally, 0, []) with { IsKept = true }
                : await ReviewAsync(ledger, paper, sitting, mark, keep, cancellationToken));
        }

        return reviews;
    }

    private static async Task<Review> ReviewAsync(
        Ledger ledger, Paper paper, SittingEntry sitting, string mark, bool keep, CancellationToken cancellationToken)
    {
        var index = new AttemptPlan(sitting.Key, paper, sitting.Repeats).Index();
        var (before, after, count) = (new Tally(), new Tally(), 0);
        var (renewed, flips) = (new List<LedgerEntry>(), new List<Flip>());
        await foreach (var (attempt, kept, now) in Regrading.RenewedAsync(ledger, sitting.Key, index, paper.Exam.Credit, cancellationToken))
        {
            before.Add(new GradedReply(attempt.Question, attempt.Repeat, kept.Reply, kept.Grade));
            after.Add(new GradedReply(attempt.Question, attempt.Repeat, now.Reply, now.Grade));
            if (now != kept)
            {
                count++;
                renewed.Add(now);
                flips.AddRange(Flip.Of(sitting.Model.Name, kept, now) is { } flip ? [flip] : []);
            }

            // A new reader renews every grade of a ledger; they are not all held at once.
            if (keep && renewed.Count == Batch)
            {
                await ledger.WriteAsync([new(sitting.Key) { Grades = [.. renewed] }], cancellationToken);
                renewed.Clear();
            }
        }

        if (keep)
        {
            await ledger.WriteAsync([new(sitting.Key) { Grades = renewed, Sums = new SittingSums(mark, after) }], cancellationToken);
        }

        return Reviewed(sitting, paper.Exam, before, after, count, flips) with { IsKept = keep };
    }

    private static Review Reviewed(SittingEntry sitting, Exam exam, Tally before, Tally after, int renewed, IReadOnlyList<Flip> flips)
    {
        Standing Standing(Tally tally) => new(sitting.Model, tally, exam.Questions.Count * sitting.Repeats, sitting.FirstEdition) { Sitting = sitting.Key };
        return new Review(Standing(before), Standing(after), renewed, flips);
    }
}
