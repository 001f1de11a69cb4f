using Jinbang.Cluster.Pacing;
using Jinbang.Cluster.Silos;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Sharing;
using Jinbang.Workspaces;
using Jinbang.Workspaces.Orders;

namespace Jinbang.Cluster.Runs;

/// <summary>One silo's part in a run.</summary>
/// <param name="ledger">Where replies are kept.</param>
/// <param name="holder">The silo among those at work.</param>
/// <param name="accounts">Where leave is had for calls.</param>
/// <param name="settings">How the silo takes part.</param>
/// <param name="time">The clock.</param>
internal sealed class RunPart(PostgresLedger ledger, PostgresHolder holder, SharedAccounts accounts, SiloSettings settings, TimeProvider time)
{
    private readonly SharedRuns runs = new(ledger.Source);

    /// <summary>Works on a run until nothing of it is left, or it is paused or stopped.</summary>
    /// <param name="run">The run.</param>
    /// <param name="drain">Cancelled to ask nothing more, and to end when the calls under way are finished.</param>
    /// <param name="cancellationToken">Cancelled to end at once.</param>
    /// <exception cref="BadInputException">This silo cannot carry it out, such as for want of a key.</exception>
    public async Task WorkAsync(string run, CancellationToken drain, CancellationToken cancellationToken)
    {
        var (parcel, sittings) = await runs.OrderAsync(run, drain);
        if (sittings.Count == 0)
        {
            // It ended meanwhile.
            return;
        }

        var folder = Directory.CreateTempSubdirectory("jinbang-run-");
        try
        {
            var order = OrderParcel.Unpack(parcel, folder.FullName, settings.Secrets);
            using var session = await OpenAsync(order, drain);
            RefuseOthers(session, sittings);
            await AskAsync(run, session, sittings, drain, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<ExamSession> OpenAsync(SessionOrder order, CancellationToken cancellationToken)
    {
        var roster = new Roster(order.Workspace, _ => { }, time);
        try
        {
            return await order.OpenAsync(roster, cancellationToken);
        }
        catch
        {
            roster.Dispose();
            throw;
        }
    }

    private async Task AskAsync(string run, ExamSession session, IReadOnlySet<string> sittings, CancellationToken drain, CancellationToken cancellationToken)
    {
        var how = session.Workspace.Run;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(drain, holder.Removed);
        await using var means = new SharedMeans(holder, ledger, run, accounts.PaceOf(how), how.Limit, time);
        var prepared = await session.PrepareAsync(ledger, how, means, time, end.Token);
        var heeding = means.HeedAsync(end.Token);
        try
        {
            await Task.WhenAll(prepared.Select(exam => Hands.WorkAsync(token => exam.AskAsync(token, cancellationToken), end)));
        }
        finally
        {
            await end.CancelAsync();
            await heeding;

            // Whatever went wrong, the others must not wait for what nobody does here.
            await new Leases(ledger.Source, holder.Number).ReturnAsync([.. sittings], cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await runs.CloseAsync(run, cancellationToken);
    }

    /// <summary>What is understood otherwise here than where it was ordered would be asked beside what was ordered.</summary>
    private static void RefuseOthers(ExamSession session, IReadOnlySet<string> sittings)
    {
        if (!session.Sittings().SetEquals(sittings))
        {
            throw new BadInputException(new(
                "This silo understands the order otherwise than the program that placed it: they are of different versions, or have different catalogues.",
                "本机对该任务的理解与提交它的程序不同：两者版本不同，或模型目录不同。"));
        }
    }
}
