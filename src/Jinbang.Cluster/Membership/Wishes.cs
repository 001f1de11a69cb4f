using Jinbang.Cluster.Database;
using Npgsql;

namespace Jinbang.Cluster.Membership;

/// <summary>What silos are told through their database, so that they can be told from any machine.</summary>
internal static class Wishes
{
    private const string Find = """
        SELECT address, port, generation, host(address::inet) || ':' || port FROM orleans.silo
        WHERE status < 6 AND $1 IN (name, host(address::inet) || ':' || port) ORDER BY address, port, generation
        """;

    private const string Tell = "UPDATE orleans.silo SET wish = $1 WHERE (address, port, generation) = ($2, $3, $4)";

    private const string Hear = "SELECT wish FROM orleans.silo WHERE (address, port, generation) = ($1, $2, $3)";

    /// <summary>Tells a silo what is wanted of it.</summary>
    /// <param name="database">Where it is a member.</param>
    /// <param name="silo">Its name or its address, as <c>jinbang cluster status</c> shows them.</param>
    /// <param name="wish">What is wanted.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadInputException">There is none such, or there are several; or the database cannot be used.</exception>
    public static async Task TellAsync(ClusterDatabase database, string silo, Wish wish, CancellationToken cancellationToken)
    {
        if (!await MemberList.IsThereAsync(database, cancellationToken))
        {
            throw None(silo);
        }

        await database.DoAsync(async connection =>
        {
            var found = await FindAsync(connection, silo, cancellationToken);
            if (found.Count != 1)
            {
                throw found.Count == 0 ? None(silo) : Several(silo, [.. found.Select(one => one.Shown)]);
            }

            await using var tell = Command(connection, Tell, wish.ToString(), found[0].Address, found[0].Port, found[0].Generation);
            return await tell.ExecuteNonQueryAsync(cancellationToken);
        }, cancellationToken);
    }

    /// <summary>What is wanted of a silo.</summary>
    /// <exception cref="BadInputException">The database cannot be used.</exception>
    public static Task<Wish> HearAsync(ClusterDatabase database, SiloAddress silo, CancellationToken cancellationToken) => database.DoAsync(async connection =>
    {
        await using var hear = Command(connection, Hear, silo.Endpoint.Address.ToString(), silo.Endpoint.Port, silo.Generation);
        return await hear.ExecuteScalarAsync(cancellationToken) is string wish ? Enum.Parse<Wish>(wish) : Wish.Work;
    }, cancellationToken);

    private static async Task<List<(string Address, int Port, int Generation, string Shown)>> FindAsync(NpgsqlConnection connection, string silo, CancellationToken cancellationToken)
    {
        await using var find = Command(connection, Find, silo);
        await using var rows = await find.ExecuteReaderAsync(cancellationToken);
        var found = new List<(string, int, int, string)>();
        while (await rows.ReadAsync(cancellationToken))
        {
            found.Add((rows.GetString(0), rows.GetInt32(1), rows.GetInt32(2), rows.GetString(3)));
        }

        return found;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string text, params object[] values)
    {
        var command = new NpgsqlCommand(text, connection);
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        return command;
    }

    private static BadInputException None(string silo) => new(new(
        $"There is no silo {silo} in the cluster: jinbang cluster status", $"集群中没有机器 {silo}：jinbang cluster status"));

    private static BadInputException Several(string silo, string[] addresses) => new(new(
        $"Several silos are called {silo}; name one by its address: {string.Join(", ", addresses)}", $"有多台机器名为 {silo}，请用地址指定其中一台：{string.Join("、", addresses)}"));
}
