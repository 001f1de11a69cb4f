using Jinbang.Exams;
using Jinbang.Grading.Repeats;

namespace Jinbang.Runs;

/// <summary>Reads from the ledger what asking each question several times has shown, without reading a reply.</summary>
public static class RepeatTallies
{
    /// <summary>Tallies the kept grades of each model's latest sitting that asks more than once.</summary>
    /// <param name="ledger">The ledger; its grades are up to date.</param>
    /// <param name="exam">The exam.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tallies by the models' names.</returns>
    public static async Task<IReadOnlyDictionary<string, RepeatTally>> ReadAsync(Ledger ledger, Exam exam, CancellationToken cancellationToken)
    {
        var (tallies, paper) = (new Dictionary<string, RepeatTally>(), Paper.Of(exam));
        foreach (var sitting in await ledger.SittingsAsync(exam.Id, exam.Language, cancellationToken))
        {
            if (sitting.Repeats > 1)
            {
                tallies[sitting.Model.Name] = await ReadAsync(ledger, paper, sitting, cancellationToken);
            }
        }

        return tallies;
    }

    private static async Task<RepeatTally> ReadAsync(Ledger ledger, Paper paper, SittingEntry sitting, CancellationToken cancellationToken)
    {
        var index = new AttemptPlan(sitting.Key, paper, sitting.Repeats).Index();
        var votes = paper.Exam.Questions.ToDictionary(question => question.Id, _ => new List<Vote>(sitting.Repeats));
        await foreach (var (key, vote) in ledger.VotesAsync(sitting.Key, cancellationToken))
        {
            if (index.TryFind(key, out var attempt))
            {
                votes[attempt.Question.Id].Add(vote);
            }
        }

        var tally = new RepeatTally(sitting.Repeats);
        foreach (var question in paper.Exam.Questions)
        {
            tally.Add(question, [.. votes[question.Id].OrderBy(vote => vote.Repeat)]);
        }

        return tally;
    }
}
