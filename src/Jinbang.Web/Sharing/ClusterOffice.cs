using Jinbang.Runs.Sharing;
using Jinbang.Web.Access;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Sharing;

/// <summary>The cluster whose database is the site's ledger: who works there on what, and what may be done about it.</summary>
/// <param name="open">The workspace.</param>
/// <param name="audit">Is told of every deed.</param>
/// <param name="time">The clock.</param>
internal sealed class ClusterOffice(OpenWorkspace open, AuditLog audit, TimeProvider time)
{
    private const int MostRuns = 20;

    private readonly BeatWatch watch = new(time);

    /// <summary>What the cluster's database is called.</summary>
    public string Database => open.Workspace.Ledger.ToString() ?? "";

    /// <summary>What the cluster does now; null when the site shows none.</summary>
    public async Task<ClusterReport?> LookAsync(CancellationToken cancellationToken)
    {
        if (open.Cluster is not { } cluster)
        {
            return null;
        }

        var holders = await cluster.Holders.AllAsync(cancellationToken);
        var silos = holders.Zip(watch.Look(holders), (holder, quiet) => new SiloReport(holder.Name, holder.Version, holder.UnderWay, quiet?.TotalSeconds));
        return new([.. silos], await cluster.Sights.LatestAsync(MostRuns, cancellationToken));
    }

    /// <summary>A run by its id; null when there is none, or no cluster.</summary>
    public async Task<RunSight?> FindAsync(string id, CancellationToken cancellationToken) =>
        open.Cluster is { } cluster ? await cluster.Sights.FindAsync(id, cancellationToken) : null;

    /// <summary>Lets a run ask nothing more until it is resumed; the calls under way are finished and kept.</summary>
    /// <returns>Whether it was running.</returns>
    public Task<bool> PauseAsync(RunSight run, string by, CancellationToken cancellationToken) =>
        ActAsync(run, by, "cluster.pause", (runs, token) => runs.PauseAsync(run.Id, token), cancellationToken);

    /// <summary>Lets a paused run go on.</summary>
    /// <returns>Whether it was paused.</returns>
    public Task<bool> ResumeAsync(RunSight run, string by, CancellationToken cancellationToken) =>
        ActAsync(run, by, "cluster.resume", (runs, token) => runs.ResumeAsync(run.Id, token), cancellationToken);

    /// <summary>Ends a run; the calls under way are finished and kept.</summary>
    /// <returns>Whether it was running or paused.</returns>
    public Task<bool> StopAsync(RunSight run, string by, CancellationToken cancellationToken) =>
        ActAsync(run, by, "cluster.stop", (runs, token) => runs.StopRunAsync(run.Id, token), cancellationToken);

    private async Task<bool> ActAsync(RunSight run, string by, string deed, Func<SharedRuns, CancellationToken, Task<bool>> act, CancellationToken cancellationToken)
    {
        var isDone = open.Cluster is { } cluster && await act(cluster.Runs, cancellationToken);
        if (isDone)
        {
            audit.Record(by, deed, new Dictionary<string, object?> { ["run"] = run.Id });
        }

        return isDone;
    }
}
