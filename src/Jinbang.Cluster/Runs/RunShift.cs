using System.Collections.Concurrent;
using Jinbang.Cluster.Pacing;
using Jinbang.Cluster.Silos;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Sharing;
using Npgsql;

namespace Jinbang.Cluster.Runs;

/// <summary>A silo's work on the runs of its cluster, from when it joins those at work to when it leaves or is taken for dead.</summary>
/// <param name="ledger">Where replies are kept.</param>
/// <param name="holder">The silo among those at work.</param>
/// <param name="accounts">The accounts that it shares with the other silos.</param>
/// <param name="settings">How the silo takes part.</param>
/// <param name="readiness">Whether the silo takes work.</param>
/// <param name="speaker">Says what goes wrong.</param>
/// <param name="time">The clock.</param>
internal sealed class RunShift(
    PostgresLedger ledger, PostgresHolder holder, SharedAccounts accounts, SiloSettings settings, Readiness readiness, Speaker speaker, TimeProvider time)
{
    // A fault of the program may be one of a moment, such as of a connection that was lost at the wrong time.
    private const int MostFailures = 3;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Task> parts = [];
    private readonly ConcurrentDictionary<string, int> failures = new();

    /// <summary>Works on whatever is to be done; done when the calls that were under way are finished.</summary>
    /// <param name="stoppingToken">Cancelled to begin nothing more.</param>
    public async Task WorkAsync(CancellationToken stoppingToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, holder.Removed);
        while (!end.IsCancellationRequested)
        {
            foreach (var run in readiness.TakesWork ? await RunningAsync(end.Token) : [])
            {
                if (failures.GetValueOrDefault(run) < MostFailures && parts.GetValueOrDefault(run) is null or { IsCompleted: true })
                {
                    parts[run] = TakePartAsync(run, end.Token);
                }
            }

            await Task.Delay(Look, time, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(parts.Values);
    }

    private async Task TakePartAsync(string run, CancellationToken end)
    {
        using var draining = CancellationTokenSource.CreateLinkedTokenSource(end, readiness.Drained);
        var drain = draining.Token;
        try
        {
            await new RunPart(ledger, holder, accounts, settings, time).WorkAsync(run, drain, default);
        }
        catch (Exception fault) when (drain.IsCancellationRequested && fault is OperationCanceledException or LedgerFaultException)
        {
            // Told to leave or to take nothing more, or taken for dead: others have the work.
        }
        catch (Exception fault) when ((fault as LedgerFaultException ?? PostgresFaults.Of(fault, run)) is { } known)
        {
            // It is tried again at the next look.
            speaker.Complain(known.Problem);
        }
        catch (BadInputException fault)
        {
            failures[run] = MostFailures;
            await RefuseAsync(run, fault.Problem, drain);
        }
        catch (Exception fault)
        {
            var why = new Phrase($"a fault of the program: {fault.Message}", $"程序出错：{fault.Message}");
            if (failures.AddOrUpdate(run, 1, (_, before) => before + 1) < MostFailures)
            {
                speaker.Complain(new($"Run {run} is tried again here: {why.English}", $"本机将重试任务 {run}：{why.Chinese}"));
                return;
            }

            await RefuseAsync(run, why, drain);
        }
    }

    private async Task RefuseAsync(string run, Phrase why, CancellationToken cancellationToken)
    {
        speaker.Complain(new($"Run {run} is not worked on here: {why.English}", $"本机不参与任务 {run}：{why.Chinese}"));
        try
        {
            await ledger.Runs.RefuseAsync(run, holder.Number, why, cancellationToken);
        }
        catch (Exception fault) when (fault is OperationCanceledException or NpgsqlException)
        {
            // It was said here; others need not know of who was removed, or do not hear of anything while the database is away.
        }
    }

    /// <summary>The runs to work on; none while the database is away.</summary>
    private async Task<IReadOnlyList<string>> RunningAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ledger.Runs.RunningAsync(SharedRuns.Version, cancellationToken);
        }
        catch (Exception fault) when (fault is OperationCanceledException || PostgresFaults.IsPassing(fault))
        {
            return [];
        }
    }
}
