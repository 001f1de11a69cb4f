using Jinbang.Exams;

namespace Jinbang.Runs.Marks;

/// <summary>Reads the audit trail of marks.</summary>
public static class MarkTrail
{
    /// <summary>All that persons ever said of replies, the first first, with what has become of it.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="exams">The exams as they are now, each in each language.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<IReadOnlyList<TrailedMark>> ReadAsync(Ledger ledger, IReadOnlyList<Exam> exams, CancellationToken cancellationToken)
    {
        var said = await ledger.MarksAsync(cancellationToken).ToListAsync(cancellationToken);
        var sittings = said.ToLookup(mark => mark.Sitting);
        var asked = new Dictionary<string, Question>();
        foreach (var exam in exams)
        {
            foreach (var sitting in await ledger.SittingsAsync(exam.Id, exam.Language, cancellationToken))
            {
                AddAsked(asked, exam, sitting, sittings[sitting.Key].ToList());
            }
        }

        var last = said.GroupBy(mark => mark.Attempt).ToDictionary(own => own.Key, own => own.Last());
        var known = exams.Select(exam => exam.Id).ToHashSet();
        return [.. said.Select(mark => new TrailedMark(mark, StateOf(mark)))];

        MarkState StateOf(LedgerMark mark) => mark switch
        {
            _ when last[mark.Attempt] != mark => MarkState.Replaced,
            { Mark: null } => MarkState.Withdrawal,
            _ when !known.Contains(mark.Exam) => MarkState.Unknown,
            _ when !asked.ContainsKey(mark.Attempt) => MarkState.Bygone,
            _ => mark.Mark.IsUnderAnotherKey(asked[mark.Attempt]) ? MarkState.UnderAnotherKey : MarkState.Counts,
        };
    }

    private static void AddAsked(Dictionary<string, Question> asked, Exam exam, SittingEntry sitting, List<LedgerMark> marks)
    {
        if (marks.Count == 0)
        {
            return;
        }

        var index = new AttemptPlan(sitting.Key, Paper.Of(exam), sitting.Repeats).Index();
        foreach (var mark in marks)
        {
            if (index.TryFind(mark.Attempt, out var attempt))
            {
                asked[mark.Attempt] = attempt.Question;
            }
        }
    }
}
