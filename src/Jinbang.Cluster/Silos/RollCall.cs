namespace Jinbang.Cluster.Silos;

/// <summary>Says who comes and who goes.</summary>
/// <param name="membership">Who is there.</param>
/// <param name="self">This silo.</param>
/// <param name="speaker">Says it.</param>
internal sealed class RollCall(IClusterMembershipService membership, ILocalSiloDetails self, Speaker speaker) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var before = new Dictionary<SiloAddress, SiloStatus>();
        await foreach (var snapshot in membership.MembershipUpdates.WithCancellation(stoppingToken))
        {
            foreach (var member in snapshot.Members.Values.Where(member => !member.SiloAddress.Equals(self.SiloAddress)))
            {
                if (Change(member, before.GetValueOrDefault(member.SiloAddress)) is { } news)
                {
                    speaker.Tell(news);
                }

                before[member.SiloAddress] = member.Status;
            }
        }
    }

    private static Phrase? Change(ClusterMember member, SiloStatus before) => (before, member.Status) switch
    {
        ( < SiloStatus.Active, SiloStatus.Active) => new($"{member.Name} is here.", $"{member.Name} 已加入。"),
        (SiloStatus.Active, SiloStatus.Dead) => new($"{member.Name} does not answer any more; the others go on without it.", $"{member.Name} 不再应答，其余机器继续。"),
        (SiloStatus.ShuttingDown or SiloStatus.Stopping, SiloStatus.Dead) => new($"{member.Name} has left.", $"{member.Name} 已离开。"),
        _ => null,
    };
}
