using Jinbang.Exams;
using Jinbang.Grading;

namespace Jinbang.Runs;

/// <summary>Reads from the ledger where every model stands on an exam.</summary>
public static class Standings
{
    /// <summary>The latest sitting of each model, graded by the exam's present keys; questions whose text has changed
    /// since they were asked count as not asked.</summary>
    /// <returns>One standing a model that has answered anything, in the order models were first seen.</returns>
    public static async Task<IReadOnlyList<Standing>> ReadAsync(Ledger ledger, Exam exam, CancellationToken cancellationToken)
    {
        var standings = new List<Standing>();
        foreach (var sitting in await ledger.SittingsAsync(exam.Id, exam.Language, cancellationToken))
        {
            var tally = await TallyAsync(ledger, exam, sitting, cancellationToken);
            standings.Add(new Standing(sitting.Model, tally, exam.Questions.Count * sitting.Repeats, sitting.FirstEdition));
        }

        return standings;
    }

    private static async Task<Tally> TallyAsync(Ledger ledger, Exam exam, SittingEntry sitting, CancellationToken cancellationToken)
    {
        var planned = AttemptPlan.Of(sitting.Key, exam, sitting.Repeats);
        var tally = new Tally();
        var renewed = new List<LedgerEntry>();
        await foreach (var entry in ledger.ReadAsync(sitting.Key, cancellationToken))
        {
            if (planned.TryGetValue(entry.Key, out var attempt))
            {
                var current = Regrading.Renew(entry, attempt.Question, exam.Credit);
                tally.Add(new GradedReply(attempt.Question, entry.Repeat, current.Reply, current.Grade));
                if (current != entry)
                {
                    renewed.Add(current);
                }
            }
        }

        if (renewed.Count > 0)
        {
            await ledger.RegradeAsync(renewed, cancellationToken);
        }

        return tally;
    }
}
