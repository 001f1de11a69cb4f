using Jinbang.Exams;
using Jinbang.Grading.Judges;

namespace Jinbang.Runs.Judges;

/// <summary>Puts before judges what rules cannot grade, within the run's budget; what a judge has said is never paid for again.</summary>
internal sealed class Judging
{
    private readonly IReadOnlyList<JudgeSeat> seats;
    private readonly PromptTemplates prompts;

    /// <summary>Calls the judges that the settings name.</summary>
    /// <param name="settings">The judges, and how they are asked.</param>
    /// <param name="prompts">The wording of what they are asked.</param>
    /// <param name="ledger">Where their replies are kept.</param>
    /// <param name="journal">Writes them there.</param>
    /// <param name="means">How fast they are asked, and who else asks them.</param>
    /// <param name="time">The clock.</param>
    /// <param name="callLife">Of calls under way, which are finished even when nothing more is to be asked.</param>
    public Judging(
        RunSettings settings, PromptTemplates prompts, Ledger ledger, Journal journal, Means means, TimeProvider time, CancellationToken callLife)
    {
        this.prompts = prompts;
        seats = [.. settings.Judges.Select(judge => new JudgeSeat(judge, settings, ledger, journal, means, time, callLife))];
    }

    /// <summary>How each judge has fared, in the order they were named.</summary>
    public IReadOnlyList<JudgeProgress> Judges => [.. seats.Select(seat => seat.Progress)];

    /// <summary>Whether judges may change an entry's grade: there are judges, and rules do not grade its reply.</summary>
    public bool Concerns(Question question, LedgerEntry entry) => seats.Count > 0 && IsForJudges(question, entry);

    /// <summary>Grades an entry's reply by these judges where rules cannot. Of a reply to be read the judges are asked one
    /// after the other until one is believed; points are given by all of them.</summary>
    /// <param name="sitting">The key of the sitting that bears the cost.</param>
    /// <param name="exam">The exam that was sat.</param>
    /// <param name="question">The question that was asked.</param>
    /// <param name="entry">The attempt; its reply is not Failed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The entry with its new grade; the same entry when rules grade it or a judgement could not be had.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<LedgerEntry> GradeAsync(
        string sitting, Exam exam, Question question, LedgerEntry entry, CancellationToken cancellationToken)
    {
        if (!Concerns(question, entry))
        {
            return entry;
        }

        var use = question.Kind is QuestionKind.Open ? JudgementUse.Rubric : JudgementUse.Reading;
        var put = Case(sitting, exam, question, entry, use);
        var judgements = use is JudgementUse.Rubric
            ? await AllAsync(put, cancellationToken)
            : await UntilBelievedAsync(put, question, entry, cancellationToken);
        return judgements.Count > 0 ? Regrading.Graded(entry, question, exam.Credit, judgements) : entry;
    }

    /// <summary>Asks every judge to read a reply that rules read, so that <see cref="JudgeReports"/> can compare the two.</summary>
    internal Task CompareAsync(string sitting, Exam exam, Question question, LedgerEntry entry, CancellationToken cancellationToken)
    {
        var put = Case(sitting, exam, question, entry, JudgementUse.Comparison);
        return Task.WhenAll(seats.Select(seat => seat.AskAsync(put, cancellationToken)));
    }

    /// <summary>Whether rules leave an entry's reply to judges, and no person has marked it.</summary>
    internal static bool IsForJudges(Question question, LedgerEntry entry) =>
        entry.Reply.Outcome != Models.Outcome.Failed
        && entry.MarkedBy is null
        && (entry.Grade is null or { Verdict: Grading.Verdict.Unreadable } || entry.JudgedBy is not null)
        && Judged.IsNeeded(question, entry.Reply);

    private JudgeCase Case(string sitting, Exam exam, Question question, LedgerEntry entry, JudgementUse use) => new(
        sitting, entry.Key, use, Regrading.Asked(question), prompts.RenderForJudge(use, question, exam.Language, entry.Reply.Text));

    /// <summary>All judgements or none: points must not depend on which judge was at hand.</summary>
    private async Task<IReadOnlyList<LedgerJudgement>> AllAsync(JudgeCase put, CancellationToken cancellationToken)
    {
        var said = await Task.WhenAll(seats.Select(seat => seat.AskAsync(put, cancellationToken)));
        return said.Contains(null) ? [] : [.. said.OfType<LedgerJudgement>()];
    }

    private async Task<IReadOnlyList<LedgerJudgement>> UntilBelievedAsync(
        JudgeCase put, Question question, LedgerEntry entry, CancellationToken cancellationToken)
    {
        var heard = new List<LedgerJudgement>();
        foreach (var seat in seats)
        {
            if (await seat.AskAsync(put, cancellationToken) is not { } judgement)
            {
                continue;
            }

            heard.Add(judgement);
            if (ReportedReading.Of(question, entry.Reply.Text, judgement.Judgement).IsByJudge)
            {
                break;
            }
        }

        return heard;
    }
}
