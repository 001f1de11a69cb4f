using System.Net;
using Jinbang.Cluster.Database;

namespace Jinbang.Cluster.Silos;

/// <summary>How a silo takes part.</summary>
/// <param name="Database">Where the cluster meets.</param>
internal sealed record SiloSettings(ClusterDatabase Database)
{
    /// <summary>What people call it; null for the machine's name with the port.</summary>
    public string? Name { get; init; }

    /// <summary>Where it listens, and where the others reach it.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port for other silos; 0 for any that is free.</summary>
    public int SiloPort { get; init; }

    /// <summary>The port for programs that are no silos; 0 for any that is free.</summary>
    public int GatewayPort { get; init; }

    /// <summary>The port that says how it is; 0 for any that is free.</summary>
    public int HealthPort { get; init; }

    /// <summary>Most calls that it makes at once; null for as many as models take.</summary>
    public int? Concurrency { get; init; }

    /// <summary>A file with the keys of providers; null for those in the environment.</summary>
    public string? Secrets { get; init; }

    /// <summary>What it shows the others, and what they must show; null for connections that anybody on the network can read and make.</summary>
    public SiloCredentials? Credentials { get; init; }
}
