using System.Collections.Concurrent;
using Jinbang.Cluster.Pacing;
using Jinbang.Cluster.Silos;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Sharing;
using Npgsql;

namespace Jinbang.Cluster.Runs;

/// <summary>Works on every run of the cluster, for as long as the silo is in it.</summary>
/// <param name="settings">How the silo takes part.</param>
/// <param name="accounts">Where leave is had for calls.</param>
/// <param name="incumbency">By which holder it decides for accounts.</param>
/// <param name="speaker">Says what goes wrong.</param>
/// <param name="time">The clock.</param>
internal sealed class RunDuty(SiloSettings settings, SharedAccounts accounts, Incumbency incumbency, Speaker speaker, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var ledger = PostgresLedger.Open(settings.Database.Ledger);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var holder = await PostgresHolder.JoinAsync(
                    settings.Database.Ledger, settings.Name ?? Environment.MachineName, SharedRuns.Version, null, time, stoppingToken);
                incumbency.Begin(ledger.Source, holder);
                await WorkAsync(ledger, holder, stoppingToken);
            }
            catch (Exception fault) when (PostgresFaults.Of(fault, "") is { IsPassing: true })
            {
                // The database is away; whoever was removed meanwhile joins anew.
                await Task.Delay(Look, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            finally
            {
                incumbency.End();
            }
        }
    }

    private async Task WorkAsync(PostgresLedger ledger, PostgresHolder holder, CancellationToken stoppingToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, holder.Removed);
        var parts = new Dictionary<string, Task>();
        var refused = new ConcurrentDictionary<string, bool>();
        while (!end.IsCancellationRequested)
        {
            foreach (var run in await RunningAsync(ledger, end.Token))
            {
                if (!refused.ContainsKey(run) && parts.GetValueOrDefault(run) is null or { IsCompleted: true })
                {
                    parts[run] = TakePartAsync(new RunPart(ledger, holder, accounts, settings, time), run, refused, end.Token);
                }
            }

            await Task.Delay(Look, time, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // Calls under way are finished.
        await Task.WhenAll(parts.Values);

        async Task TakePartAsync(RunPart part, string run, ConcurrentDictionary<string, bool> refused, CancellationToken drain)
        {
            try
            {
                await part.WorkAsync(run, drain, default);
            }
            catch (Exception fault) when (drain.IsCancellationRequested && fault is OperationCanceledException or LedgerFaultException)
            {
                // Told to leave, or taken for dead: others have the work.
            }
            catch (Exception fault) when ((fault as LedgerFaultException ?? PostgresFaults.Of(fault, run)) is { } known)
            {
                // It is tried again at the next look.
                speaker.Complain(known.Problem);
            }
            catch (Exception fault)
            {
                refused[run] = true;
                var why = (fault as BadInputException)?.Problem ?? new Phrase($"a fault of the program: {fault.Message}", $"程序出错：{fault.Message}");
                speaker.Complain(new($"Run {run} is not worked on here: {why.English}", $"本机不参与任务 {run}：{why.Chinese}"));
                await RefuseAsync(ledger, run, holder, why, drain);
            }
        }
    }

    /// <summary>Lets whoever follows the run know.</summary>
    private static async Task RefuseAsync(PostgresLedger ledger, string run, PostgresHolder holder, Phrase why, CancellationToken cancellationToken)
    {
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
    private static async Task<IReadOnlyList<string>> RunningAsync(PostgresLedger ledger, CancellationToken cancellationToken)
    {
        try
        {
            return await ledger.Runs.RunningAsync(SharedRuns.Version, cancellationToken);
        }
        catch (Exception fault) when (fault is OperationCanceledException || PostgresFaults.Of(fault, "") is { IsPassing: true })
        {
            return [];
        }
    }
}
