using Jinbang.Cluster.Database;
using Jinbang.Runs.Sharing;

namespace Jinbang.Cluster.Membership;

/// <summary>What silos are told through their database, so that they can be told from any machine.</summary>
internal static class Wishes
{
    private const string Tell = "UPDATE orleans.silo SET wish = $1 WHERE status < 6 AND host(address::inet) || ':' || port = $2";

    private const string Hear = "SELECT wish FROM orleans.silo WHERE (address, port, generation) = ($1, $2, $3)";

    /// <summary>Tells a silo what is wanted of it.</summary>
    /// <param name="database">Where it is a member.</param>
    /// <param name="silo">Its name or its address, as <c>jinbang cluster status</c> shows them.</param>
    /// <param name="wish">What is wanted.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadInputException">There is none such, or there are several; or the database cannot be used.</exception>
    public static async Task TellAsync(ClusterDatabase database, string silo, Wish wish, CancellationToken cancellationToken)
    {
        var there = (await MemberList.ReadAsync(database, cancellationToken)).Where(member => member.State != MemberState.Gone);
        var found = there.Where(member => silo == member.Name || silo == member.Address).Select(member => member.Address).Order(StringComparer.Ordinal).ToList();
        if (found.Count != 1)
        {
            throw found.Count == 0 ? None(silo) : Several(silo, found);
        }

        await database.DoAsync(async connection =>
        {
            await using var tell = connection.Command(Tell, wish.ToString(), found[0]);
            return await tell.ExecuteNonQueryAsync(cancellationToken);
        }, cancellationToken);
    }

    /// <summary>What is wanted of a silo.</summary>
    /// <exception cref="BadInputException">The database cannot be used.</exception>
    public static Task<Wish> HearAsync(ClusterDatabase database, SiloAddress silo, CancellationToken cancellationToken) => database.DoAsync(async connection =>
    {
        await using var hear = connection.Command(Hear, silo.Endpoint.Address.ToString(), silo.Endpoint.Port, silo.Generation);
        return await hear.ExecuteScalarAsync(cancellationToken) is string wish ? Enum.Parse<Wish>(wish) : Wish.Work;
    }, cancellationToken);

    private static BadInputException None(string silo) => new(new(
        $"There is no silo {silo} in the cluster: jinbang cluster status", $"集群中没有机器 {silo}：jinbang cluster status"));

    private static BadInputException Several(string silo, IEnumerable<string> addresses) => new(new(
        $"Several silos are called {silo}; name one by its address: {string.Join(", ", addresses)}", $"有多台机器名为 {silo}，请用地址指定其中一台：{string.Join("、", addresses)}"));
}
