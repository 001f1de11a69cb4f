using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Runs.Marks;

/// <summary>Lets persons overrule the verdicts on kept replies. The totals follow, and what was said stays in the ledger for good.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="exams">The exams whose replies can be marked.</param>
/// <param name="time">The clock.</param>
public sealed class Marking(Ledger ledger, IReadOnlyList<Exam> exams, TimeProvider time)
{
    private readonly IReadOnlyList<MarkablePaper> papers = [.. exams.Select(exam => new MarkablePaper(ledger, exam))];

    /// <summary>Carries orders out, all or none.</summary>
    /// <returns>What was kept, in the order of the orders.</returns>
    /// <exception cref="BadInputException">An order means no kept reply, or means one that another order means too; nothing was changed.</exception>
    public async Task<IReadOnlyList<LedgerMark>> GiveAsync(IReadOnlyList<MarkOrder> orders, CancellationToken cancellationToken)
    {
        var (given, seen) = (new List<(LedgerMark Mark, LedgerEntry Entry)>(), new Dictionary<string, MarkOrder>());
        foreach (var order in orders)
        {
            var (mark, entry) = await FollowAsync(order, cancellationToken);
            if (!seen.TryAdd(mark.Attempt, order))
            {
                throw order.Bad(new(
                    $"{order.Model} on question {order.Question} is marked twice, before at {seen[mark.Attempt].Place}.",
                    $"{order.Model} 对题目 {order.Question} 的作答被标注了两次，前一次在 {seen[mark.Attempt].Place}。"));
            }

            given.Add((mark, entry));
        }

        await ledger.WriteAsync(
            [.. given.GroupBy(one => one.Mark.Sitting).Select(own => new LedgerPage(own.Key) { Marks = [.. own.Select(one => one.Mark)], Grades = [.. own.Select(one => one.Entry)] })],
            cancellationToken);
        return [.. given.Select(one => one.Mark)];
    }

    private async Task<(LedgerMark Mark, LedgerEntry Entry)> FollowAsync(MarkOrder order, CancellationToken cancellationToken)
    {
        var (paper, sitting) = await FindAsync(order, cancellationToken);
        var (credit, attempt) = (paper.Exam.Credit, paper.Attempt(sitting, order));
        var kept = await ledger.FindAsync(attempt.Key, cancellationToken);
        if (kept is null or { Reply.Outcome: Outcome.Failed })
        {
            throw order.Bad(kept is null
                ? new($"{order.Model} was not asked question {order.Question}.", $"{order.Model} 没有被问过题目 {order.Question}。")
                : new($"{order.Model} has no reply to question {order.Question}: asking failed.", $"{order.Model} 对题目 {order.Question} 没有回复：调用失败。"));
        }

        var former = kept.MarkedBy is { } key ? await ledger.FindMarkAsync(key, cancellationToken) : null;
        if (former is null && order.Verdict is null)
        {
            throw order.Bad(new(
                $"the reply of {order.Model} to question {order.Question} is not marked: there is nothing to withdraw.",
                $"{order.Model} 对题目 {order.Question} 的作答没有标注，无可撤回。"));
        }

        var before = await Regrading.MarkedAsync(ledger, kept, attempt.Question, credit, former, cancellationToken);
        var mark = Ordered(order, sitting, attempt, paper.Exam) with { Before = MarkedGrade.Of(before.Grade) };
        var after = await Regrading.MarkedAsync(ledger, kept, attempt.Question, credit, mark, cancellationToken);
        return (mark with { After = MarkedGrade.Of(after.Grade) }, after);
    }

    private LedgerMark Ordered(MarkOrder order, SittingEntry sitting, Attempt attempt, Exam exam)
    {
        var key = HumanMark.KeyOf(attempt.Question);
        var mark = order.Verdict is { } verdict ? new HumanMark(order.By, verdict, order.Points, key) : null;
        return new LedgerMark(sitting.Key, attempt.Key, time.GetUtcNow(), order.By, order.Reason, mark)
        {
            Exam = exam.Id,
            Model = sitting.Model.Name,
            Question = attempt.Question.Id,
            Repeat = attempt.Repeat,
            AnswerKey = key,
        };
    }

    private async Task<(MarkablePaper Paper, SittingEntry Sitting)> FindAsync(MarkOrder order, CancellationToken cancellationToken)
    {
        var named = papers.Where(paper => order.Exam is null || paper.Exam.Id == order.Exam).ToList();
        if (named.Count == 0)
        {
            throw order.Bad(new($"the exam {order.Exam} is not at hand; name its file with --exam.", $"没有题库 {order.Exam}；请用 --exam 指定其文件。"));
        }

        var own = named.Where(paper => paper.Has(order.Question)).ToList();
        if (own.Count == 0)
        {
            throw order.Bad(MarkablePaper.Unknown(order.Question, named));
        }

        var found = new List<(MarkablePaper Paper, SittingEntry Sitting)>();
        foreach (var paper in own)
        {
            found.AddRange(await paper.SittingAsync(order.Model, cancellationToken) is { } sitting ? [(paper, sitting)] : []);
        }

        return found.Count switch
        {
            1 => found[0],
            0 => throw order.Bad(await MarkablePaper.NotSatAsync(order.Model, own, cancellationToken)),
            _ => throw order.Bad(new(
                $"question {order.Question} of {order.Model} may be of {found.Count} exams or languages: name one with --exam and --exam-language.",
                $"{order.Model} 的题目 {order.Question} 见于 {found.Count} 份题库或语言：请用 --exam 和 --exam-language 指明。")),
        };
    }
}
