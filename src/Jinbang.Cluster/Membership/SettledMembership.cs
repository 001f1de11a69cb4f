using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime.MembershipService;

namespace Jinbang.Cluster.Membership;

/// <summary>The table of members, in which a silo that has not joined yet decides about nobody. Orleans lets it vote while it joins; one that is cut off
/// from the others, and starts anew after they declared it dead, would declare them dead in turn, since it reaches the table.</summary>
/// <param name="services">Orleans' own.</param>
/// <param name="cluster">The cluster's name.</param>
/// <param name="table">Where the table is.</param>
/// <param name="log">Orleans' log.</param>
/// <param name="self">This silo.</param>
internal sealed class SettledMembership(
    IServiceProvider services, IOptions<ClusterOptions> cluster, IOptions<AdoNetClusteringSiloOptions> table, ILogger<AdoNetClusteringTable> log, ILocalSiloDetails self)
    : AdoNetClusteringTable(services, cluster, table, log), IMembershipTable
{
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
        if (!isOwn && !hasJoined)
        {
            return false;
        }

        var isWritten = await UpdateRowAsync(entry, etag, tableVersion, cancellationToken);
        hasJoined |= isWritten && isOwn && entry.Status == SiloStatus.Active;
        return isWritten;
    }
}
