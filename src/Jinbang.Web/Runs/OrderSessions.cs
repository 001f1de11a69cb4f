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
            var candidates = await roster.OpenCandidatesAsync(await roster.ChooseAsync(order.Models, null, cancellationToken), cancellationToken);
            var examinations = new List<Examination>();
            foreach (var name in order.Exams)
            {
                examinations.Add(new(await Decisions.ApplyAsync(open.Ledger, await ReadAsync(name), cancellationToken), candidates));
            }

            var run = open.Workspace.Run with
            {
                Repeats = order.Repeats,
                Limit = order.Limit,
                Budget = order.Budget,
                SpendUpToBudget = order.SpendUpToBudget,
                AllowUnknownPrice = order.AllowUnknownPrice,
                Judges = await roster.OpenAsync(roster.ChooseJudges(order.Judges, null), cancellationToken),
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

    private async Task<Exam> ReadAsync(string name) => await open.FindAsync(name) is { } entry
        ? open.Read(entry)
        : throw new BadInputException(new($"There is no exam {name} in this workspace.", $"工作区中没有题库 {name}。"));
}
