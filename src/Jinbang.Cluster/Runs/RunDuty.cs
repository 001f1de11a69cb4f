using Jinbang.Cluster.Pacing;
using Jinbang.Cluster.Silos;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Sharing;

namespace Jinbang.Cluster.Runs;

/// <summary>Works on every run of the cluster, for as long as the silo is in it.</summary>
/// <param name="settings">How the silo takes part.</param>
/// <param name="self">This silo.</param>
/// <param name="accounts">Where leave is had for calls.</param>
/// <param name="incumbency">By which holder it decides for accounts.</param>
/// <param name="readiness">Whether the silo takes work.</param>
/// <param name="speaker">Says what goes wrong.</param>
/// <param name="time">The clock.</param>
internal sealed class RunDuty(
    SiloSettings settings, ILocalSiloDetails self, SharedAccounts accounts, Incumbency incumbency, Readiness readiness, Speaker speaker, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var ledger = await OpenAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var holder = await PostgresHolder.JoinAsync(
                    settings.Database.Ledger, settings.Name ?? Environment.MachineName, SharedRuns.Version, self.SiloAddress.ToParsableString(), time, stoppingToken);
                incumbency.Begin(ledger.Source, holder);
                await new RunShift(ledger, holder, accounts, settings, readiness, speaker, time).WorkAsync(stoppingToken);
            }
            catch (Exception fault) when (PostgresFaults.IsPassing(fault))
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

    private async Task<PostgresLedger> OpenAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return PostgresLedger.Open(settings.Database.Ledger);
            }
            catch (BadInputException fault) when (fault.InnerException is { } cause && PostgresFaults.IsPassing(cause))
            {
                speaker.Complain(fault.Problem);
            }

            await Task.Delay(Look, time, cancellationToken);
        }
    }
}
