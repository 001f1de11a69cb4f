using Jinbang.Exams;
using Jinbang.Grading;

namespace Jinbang.Runs;

/// <summary>Reads from the ledger where every model stands on an exam.</summary>
public static class Standings
{
    private const int Batch = 1000;

    /// <summary>The latest sitting of each model, graded by the exam's present keys; questions whose text has changed
    /// since they were asked count as not asked.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="exam">The exam.</param>
    /// <param name="keep">Whether renewed grades replace the kept ones.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One review a model that has answered anything, in the order models were first seen.</returns>
    public static async Task<IReadOnlyList<Review>> ReadAsync(Ledger ledger, Exam exam, bool keep, CancellationToken cancellationToken)
    {
        var reviews = new List<Review>();
        foreach (var sitting in await ledger.SittingsAsync(exam.Id, exam.Language, cancellationToken))
        {
            reviews.Add(await ReviewAsync(ledger, exam, sitting, keep, cancellationToken));
        }

        return reviews;
    }

    private static async Task<Review> ReviewAsync(
        Ledger ledger, Exam exam, SittingEntry sitting, bool keep, CancellationToken cancellationToken)
    {
        var planned = AttemptPlan.Of(sitting.Key, exam, sitting.Repeats);
        var (before, after, count) = (new Tally(), new Tally(), 0);
        var (renewed, flips) = (new List<LedgerEntry>(), new List<Flip>());
        await foreach (var entry in ledger.ReadAsync(sitting.Key, cancellationToken))
        {
            if (!planned.TryGetValue(entry.Key, out var attempt))
            {
                continue;
            }

            var current = await Regrading.RenewAsync(ledger, entry, attempt.Question, exam.Credit, cancellationToken);
            before.Add(new GradedReply(attempt.Question, entry.Repeat, entry.Reply, entry.Grade));
            after.Add(new GradedReply(attempt.Question, entry.Repeat, current.Reply, current.Grade));
            if (current != entry)
            {
                count++;
                renewed.Add(current);
                flips.AddRange(Flip.Of(sitting.Model.Name, entry, current) is { } flip ? [flip] : []);
            }

            if (renewed.Count == Batch)
            {
                await KeepAsync(ledger, renewed, keep, cancellationToken);
            }
        }

        await KeepAsync(ledger, renewed, keep, cancellationToken);
        Standing Standing(Tally tally) => new(sitting.Model, tally, exam.Questions.Count * sitting.Repeats, sitting.FirstEdition);
        return new Review(Standing(before), Standing(after), count, flips);
    }

    // A new reader renews every grade of a ledger; they are not all held at once.
    private static async Task KeepAsync(Ledger ledger, List<LedgerEntry> renewed, bool keep, CancellationToken cancellationToken)
    {
        if (keep && renewed.Count > 0)
        {
            await ledger.RegradeAsync([.. renewed], cancellationToken);
        }

        renewed.Clear();
    }
}
