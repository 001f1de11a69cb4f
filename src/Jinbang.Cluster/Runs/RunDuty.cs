using Jinbang.Cluster.Database;
using Jinbang.Cluster.Silos;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Pacing;
using Jinbang.Runs.Sharing;
using Npgsql;

namespace Jinbang.Cluster.Runs;

/// <summary>Works on every run of the cluster, for as long as the silo is in it.</summary>
/// <param name="settings">How the silo takes part.</param>
/// <param name="pace">How fast models are asked, by all silos together.</param>
/// <param name="speaker">Says what goes wrong.</param>
/// <param name="time">The clock.</param>
internal sealed class RunDuty(SiloSettings settings, Pace pace, Speaker speaker, TimeProvider time) : BackgroundService
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
                await WorkAsync(ledger, holder, stoppingToken);
            }
            catch (NpgsqlException)
            {
                // The database is away; whoever was removed meanwhile joins anew.
                await Task.Delay(Look, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WorkAsync(PostgresLedger ledger, PostgresHolder holder, CancellationToken stoppingToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, holder.Gone);
        var runs = new SharedRuns(ledger.Source);
        var persistence = new Persistence(time);
        var parts = new Dictionary<string, Task>();
        var refused = new HashSet<string>();
        try
        {
            while (!end.IsCancellationRequested)
            {
                foreach (var run in await persistence.TryAsync(token => runs.RunningAsync(SharedRuns.Version, token), end.Token))
                {
                    if (!refused.Contains(run) && parts.GetValueOrDefault(run) is null or { IsCompleted: true })
                    {
                        parts[run] = PartAsync(run);
                    }
                }

                await Task.Delay(Look, time, end.Token);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Calls under way are finished.
        }

        await Task.WhenAll(parts.Values);

        async Task PartAsync(string run)
        {
            try
            {
                await new RunPart(ledger, holder, pace, settings, time).WorkAsync(run, end.Token, default);
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
            }
            catch (Exception fault)
            {
                refused.Add(run);
                var why = WordsOf(fault);
                speaker.Complain(new($"Run {run} is not worked on here: {why.English}", $"本机不参与任务 {run}：{why.Chinese}"));
                await runs.RefuseAsync(run, holder.Number, why, end.Token);
            }
        }
    }

    private static Phrase WordsOf(Exception fault) => fault switch
    {
        BadInputException { Problem: var problem } => problem,
        LedgerFaultException { Problem: var problem } => problem,
        _ => new($"a fault of the program: {fault.Message}", $"程序出错：{fault.Message}"),
    };
}
