using Jinbang.Exams;
using Jinbang.Grading.Judges;

namespace Jinbang.Runs.Judges;

/// <summary>Reads from the ledger what judges have done on an exam.</summary>
public static class JudgeReports
{
    /// <summary>The judgements that the latest sitting of each model bears the cost of; those on questions whose text or
    /// rubric has changed since count only as cost.</summary>
    /// <returns>Null when nothing was judged.</returns>
    public static async Task<JudgingReport?> ReadAsync(Ledger ledger, Exam exam, CancellationToken cancellationToken)
    {
        var (tally, paper) = (new JudgingTally(), Paper.Of(exam));
        foreach (var sitting in await ledger.SittingsAsync(exam.Id, exam.Language, cancellationToken))
        {
            await AddAsync(tally, ledger, paper, sitting, cancellationToken);
        }

        return tally.IsEmpty ? null : tally.Report();
    }

    private static async Task AddAsync(
        JudgingTally tally, Ledger ledger, Paper paper, SittingEntry sitting, CancellationToken cancellationToken)
    {
        var judgements = new List<LedgerJudgement>();
        await foreach (var judgement in ledger.JudgementsAsync(sitting.Key, cancellationToken))
        {
            judgements.Add(judgement);
            tally.Pay(judgement.Judgement);
        }

        if (judgements.Count == 0)
        {
            return;
        }

        var index = new AttemptPlan(sitting.Key, paper, sitting.Repeats).Index();
        var judged = judgements.ToLookup(judgement => judgement.Attempt);
        await foreach (var entry in ledger.ReadAsync(sitting.Key, cancellationToken))
        {
            foreach (var judgement in judged[entry.Key])
            {
                if (index.TryFind(entry.Key, out var attempt) && judgement.Question == Regrading.Asked(attempt.Question))
                {
                    Add(tally, attempt.Question, entry, judgement);
                }
            }
        }
    }

    private static void Add(JudgingTally tally, Question question, LedgerEntry entry, LedgerJudgement judgement)
    {
        switch (judgement.Use)
        {
            case JudgementUse.Reading:
                tally.AddReading(question, entry.Reply, judgement.Judgement);
                break;
            case JudgementUse.Comparison:
                tally.AddComparison(question, entry.Reply, judgement.Judgement);
                break;
            case JudgementUse.Rubric:
                // Of two attempts with the same answer, one judge may have been asked about this one and another about that.
                tally.AddPoints(Fingerprint.Of(question.Id, entry.Reply.Text), (RubricKey)question.Key, judgement.Judgement);
                break;
        }
    }
}
