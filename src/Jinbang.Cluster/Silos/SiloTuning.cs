using Orleans.Configuration;

namespace Jinbang.Cluster.Silos;

/// <summary>How soon silos notice that one of them is gone: within some three seconds (docs/decisions/0039, 0040).</summary>
internal static class SiloTuning
{
    /// <summary>How often a silo writes that it lives.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    // Above what an exchange waits for leave, below what recovery may take.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void Apply(ISiloBuilder silo)
    {
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = TimeSpan.FromSeconds(1);
            // Two of these without a message are what excuses a silo that answers no probe; four seconds each would be the usual.
            options.MaxProbeTimeout = TimeSpan.FromSeconds(1.5);
            options.NumMissedProbesLimit = 2;
            // One that is cut off reaches the database and could declare all others dead. Of two silos one vote is enough by Orleans' own rule.
            options.NumVotesForDeathDeclaration = 2;
            options.EnableIndirectProbes = false;
            // Whoever does not write is neither waited for by who joins nor counted among the voters.
            options.IAmAliveTablePublishTimeout = Beat;
            options.NumMissedTableIAmAliveLimit = 3;
            // Gossip may be lost; the table is what counts.
            options.TableRefreshTimeout = TimeSpan.FromSeconds(5);
            options.DefunctSiloExpiration = TimeSpan.FromDays(1);
        });
        silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = options.SystemResponseTimeout = Patience);
    }
}
