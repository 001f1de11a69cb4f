using Jinbang.Cluster.Silos;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime.MembershipService;

namespace Jinbang.Cluster.Membership;

/// <summary>The table of members, in which a silo that has not joined yet decides only about those who write nothing any more. Orleans lets it vote while
/// it joins; one that is cut off from the others, and starts anew after they declared it dead, would declare them dead in turn, since it reaches the table.</summary>
/// <param name="services">Orleans' own.</param>
/// <param name="cluster">The cluster's name.</param>
/// <param name="table">Where the table is.</param>
/// <param name="log">Orleans' log.</param>
/// <param name="self">This silo.</param>
/// <param name="time">The clock; it need agree with no other.</param>
internal sealed class SettledMembership(
    IServiceProvider services,
    IOptions<ClusterOptions> cluster,
    IOptions<AdoNetClusteringSiloOptions> table,
    ILogger<AdoNetClusteringTable> log,
    ILocalSiloDetails self,
    TimeProvider time)
    : AdoNetClusteringTable(services, cluster, table, log), IMembershipTable
{
    // One that lives may miss a beat.
    private static readonly TimeSpan Silence = SiloTuning.Beat * 2;

    private readonly Dictionary<SiloAddress, (DateTime Beat, long SeenAt)> beats = [];
    private readonly Lock gate = new();
    private volatile bool hasJoined;

    /// <inheritdoc/>
    Task<bool> IMembershipTable.UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) => WriteAsync(entry, etag, tableVersion, default);

    /// <inheritdoc/>
    Task<bool> IMembershipTable.UpdateRowAsync(MembershipEntry entry, string etag, TableVersion tableVersion, CancellationToken cancellationToken) =>
        WriteAsync(entry, etag, tableVersion, cancellationToken);

    private async Task<bool> WriteAsync(MembershipEntry entry, string etag, TableVersion tableVersion, CancellationToken cancellationToken)
    {
        // Who was at its own port before is gone for certain.
        var isOwn = entry.SiloAddress.Endpoint.Equals(self.SiloAddress.Endpoint);
        if (!isOwn && !hasJoined && !IsSilent(entry))
        {
            return false;
        }

        var isWritten = await UpdateRowAsync(entry, etag, tableVersion, cancellationToken);
        hasJoined |= isWritten && isOwn && entry.Status == SiloStatus.Active;
        return isWritten;
    }

    /// <summary>Whether a silo has written nothing since this one first wanted to vote on it. It wants to at each probe that fails.</summary>
    private bool IsSilent(MembershipEntry entry)
    {
        lock (gate)
        {
            if (beats.TryGetValue(entry.SiloAddress, out var last) && last.Beat == entry.IAmAliveTime)
            {
                return time.GetElapsedTime(last.SeenAt) >= Silence;
            }

            beats[entry.SiloAddress] = (entry.IAmAliveTime, time.GetTimestamp());
            return false;
        }
    }
}
