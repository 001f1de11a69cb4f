using Jinbang.Exams;
using Jinbang.Runs;
using Jinbang.Web.Workspaces;
using Jinbang.Workspaces;

namespace Jinbang.Web.Runs;

/// <summary>Makes ready what an order names.</summary>
/// <param name="open">The workspace.</param>
/// <param name="offer">The models that can be named.</param>
/// <param name="time">The clock.</param>
internal sealed class OrderSessions(OpenWorkspace open, ModelOffer offer, TimeProvider time)
{
    /// <summary>Makes exams, models and judges ready.</summary>
    /// <param name="order">The order.</param>
    /// <param name="log">Where events of its runs are told of.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadInputException">Something is unknown or cannot be used, such as a model without its key.</exception>
    public async Task<ExamSession> OpenAsync(RunOrder order, ILogger log, CancellationToken cancellationToken)
    {
        order.Check();
        offer.Check(order.Models.Concat(order.Judges));
        var roster = new Roster(open.Workspace, _ => { }, time);
        try
        {
            var candidates = await roster.OpenCandidatesAsync((await roster.ChooseAsync(order.Models, null, cancellationToken)).Models, cancellationToken);
            var exams = await Decisions.ApplyAsync(open.Ledger, await ReadAsync(order.Exams), cancellationToken);
            List<Examination> examinations = [.. exams.Select(exam => new Examination(exam, candidates))];
            var judges = await roster.OpenAsync(roster.ChooseJudges(order.Judges, null).Models, cancellationToken);
            RefuseUnjudged(examinations, judges);
            RefuseUnpriced(order, candidates.Concat(judges));
            var run = open.Workspace.Run with
            {
                Repeats = order.Repeats,
                Limit = order.Limit,
                Budget = order.Budget,
                SpendUpToBudget = order.SpendUpToBudget,
                AllowUnknownPrice = order.AllowUnknownPrice,
                Judges = judges,
                Log = log,
            };
            return new ExamSession(open.Workspace with { Run = run }, examinations, roster);
        }
        catch
        {
            roster.Dispose();
            throw;
        }
    }

    private static void RefuseUnjudged(IEnumerable<Examination> examinations, IReadOnlyList<Candidate> judges)
    {
        if (judges.Count == 0 && examinations.FirstOrDefault(sat => sat.Exam.Questions.Any(question => question.Kind is QuestionKind.Open)) is { Exam: var exam })
        {
            throw new BadInputException(new(
                $"{exam.Title} has questions without a fixed answer: choose a judge, who gives points for them. Nothing was asked.",
                $"{exam.Title} 中有没有标准答案的题：请选一个评判模型来打分。未调用任何模型。"));
        }
    }

    private static void RefuseUnpriced(RunOrder order, IEnumerable<Candidate> asked)
    {
        var names = asked.Where(candidate => candidate.Rate is null).Select(candidate => candidate.Examinee.Model.Name).Distinct().ToList();
        if (names.Count > 0 && !order.AllowUnknownPrice)
        {
            throw new BadInputException(new(
                $"The price of {string.Join(", ", names)} is unknown, so no budget can hold: give it in {Workspace.FileName}, under models, or allow models of unknown price. Nothing was asked.",
                $"{string.Join("、", names)} 的价格未知，预算无法约束：请在 {Workspace.FileName} 的 models 中给出价格，或允许考价格未知的模型。未调用任何模型。"));
        }
    }

    private async Task<IReadOnlyList<Exam>> ReadAsync(IReadOnlyList<string> names)
    {
        var entries = new List<ExamEntry>();
        foreach (var name in names)
        {
            entries.Add(await open.FindAsync(name) ?? throw new BadInputException(new($"There is no exam {name} in this workspace.", $"工作区中没有题库 {name}。")));
        }

        // One after the other: pages go first.
        return [.. entries.Select(open.Read)];
    }
}
