using Jinbang.Cluster.Database;
using Npgsql;

namespace Jinbang.Cluster.Membership;

/// <summary>Who is in a cluster, read from its database, so that it can be asked while no silo answers.</summary>
internal static class MemberList
{
    private const string AnyText = "SELECT to_regclass('orleans.silo') IS NOT NULL";

    // Who is gone is of interest for a while.
    private const string Text = """
        SELECT name, host(address::inet), port, program, status, started, heard, wish FROM orleans.silo
        WHERE status < 6 OR heard > now() - interval '10 minutes' ORDER BY status, started
        """;

    /// <summary>Those who are in it, then those who are gone since ten minutes at most.</summary>
    /// <exception cref="BadInputException">The database cannot be used.</exception>
    public static Task<List<Member>> ReadAsync(ClusterDatabase database, CancellationToken cancellationToken) => database.DoAsync(async connection =>
    {
        var members = new List<Member>();
        await using var any = new NpgsqlCommand(AnyText, connection);
        if (await any.ExecuteScalarAsync(cancellationToken) is not true)
        {
            return members;
        }

        await using var command = new NpgsqlCommand(Text, connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            members.Add(new Member(
                rows.GetString(0),
                $"{rows.GetString(1)}:{rows.GetInt32(2)}",
                rows.GetString(3),
                StateOf((SiloStatus)rows.GetInt32(4), rows.GetString(7)),
                rows.GetFieldValue<DateTimeOffset>(5),
                rows.GetFieldValue<DateTimeOffset>(6)));
        }

        return members;
    }, cancellationToken);

    private static MemberState StateOf(SiloStatus status, string wish) => status switch
    {
        SiloStatus.None or SiloStatus.Created or SiloStatus.Joining => MemberState.Joining,
        SiloStatus.Active when wish == nameof(Wish.Drain) => MemberState.Drained,
        SiloStatus.Active when wish == nameof(Wish.Leave) => MemberState.Leaving,
        SiloStatus.Active => MemberState.Active,
        SiloStatus.ShuttingDown or SiloStatus.Stopping => MemberState.Leaving,
        SiloStatus.Dead => MemberState.Gone,
    };
}
