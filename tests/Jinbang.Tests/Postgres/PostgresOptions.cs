using System.Net;

namespace Jinbang.Tests.Postgres;

/// <summary>What a test asks of a server of its own.</summary>
internal sealed record PostgresOptions
{
    /// <summary>Whether a commit waits for the disk, as it does for people. Without it a server is quicker, and loses nothing unless the machine itself goes down.</summary>
    public bool Durable { get; init; }

    /// <summary>Where it listens besides 127.0.0.1.</summary>
    public IPAddress? Address { get; init; }
}
