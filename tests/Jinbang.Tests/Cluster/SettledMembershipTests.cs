using System.Net;
using Jinbang.Cluster.Database;
using Jinbang.Cluster.Membership;
using Jinbang.Tests.Postgres;
using Jinbang.Tests.Runs.Pacing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime.MembershipService;

namespace Jinbang.Tests.Cluster;

/// <summary>Who may say of another silo that it is dead, in a real table.</summary>
public sealed class SettledMembershipTests(SharedPostgres postgres)
{
    private const string Cluster = "jinbang";

    private readonly SiloAddress joining = Silo("10.0.0.1", 2);
    private readonly SiloAddress before = Silo("10.0.0.1", 1);
    private readonly SiloAddress other = Silo("10.0.0.2", 1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_silo_decides_about_others_once_it_has_joined_and_about_its_own_port_before() => InAsync(async (table, time) =>
    {
        Assert.False(await WriteAsync(table, other, SiloStatus.Dead));
        Assert.True(await WriteAsync(table, before, SiloStatus.Dead));
        Assert.False(await WriteAsync(table, other, SiloStatus.Dead));
        Assert.Equal(SiloStatus.Active, await StatusAsync(table, other));

        Assert.True(await WriteAsync(table, joining, SiloStatus.Active));
        Assert.True(await WriteAsync(table, other, SiloStatus.Dead));
        Assert.Equal(SiloStatus.Dead, await StatusAsync(table, other));
    });

    [Fact]
    public Task A_silo_that_joins_decides_about_one_that_writes_nothing_any_more_and_not_about_one_that_does() => InAsync(async (table, time) =>
    {
        for (var second = 0; second < 20; second++)
        {
            var alive = Entry(other, SiloStatus.Active);
            alive.IAmAliveTime = alive.IAmAliveTime.AddSeconds(second / 2 * 2);
            await table.UpdateIAmAliveAsync(alive, Token);
            Assert.False(await WriteAsync(table, other, SiloStatus.Dead));
            time.MoveTo(second);
        }

        time.MoveTo(30);
        Assert.True(await WriteAsync(table, other, SiloStatus.Dead));
    });

    private async Task InAsync(Func<IMembershipTable, ManualTime, Task> play)
    {
        await using var database = await postgres.NewDatabaseAsync(Token);
        await using var meeting = ClusterRoom.Open(database.ConnectionString);
        await meeting.PrepareAsync(Token);
        await using var services = new ServiceCollection().BuildServiceProvider();
        var time = new ManualTime();
        IMembershipTable table = Table(services, meeting, joining, time);
        await table.InitializeMembershipTableAsync(true, Token);
        foreach (var (silo, status) in new[] { (before, SiloStatus.Active), (other, SiloStatus.Active), (joining, SiloStatus.Joining) })
        {
            Assert.True(await table.InsertRowAsync(Entry(silo, status), (await table.ReadAllAsync(Token)).Version.Next(), Token));
        }

        await play(table, time);
    }

    private static async Task<SiloStatus> StatusAsync(IMembershipTable table, SiloAddress silo) => (await table.ReadRowAsync(silo, Token)).Members.Single().Item1.Status;

    private static SettledMembership Table(IServiceProvider services, ClusterDatabase database, SiloAddress self, TimeProvider time) => new(
        services,
        Options.Create(new ClusterOptions { ClusterId = Cluster, ServiceId = Cluster }),
        Options.Create(new AdoNetClusteringSiloOptions { Invariant = "Npgsql", DataSource = database.Source }),
        NullLogger<AdoNetClusteringTable>.Instance,
        new Self(self),
        time);

    private static async Task<bool> WriteAsync(IMembershipTable table, SiloAddress silo, SiloStatus status)
    {
        var all = await table.ReadAllAsync(Token);
        var (entry, etag) = all.Members.Single(member => member.Item1.SiloAddress.Equals(silo));
        entry.Status = status;
        return await table.UpdateRowAsync(entry, etag, all.Version.Next(), Token);
    }

    private static SiloAddress Silo(string address, int generation) => SiloAddress.New(IPAddress.Parse(address), 1000, generation);

    private static MembershipEntry Entry(SiloAddress silo, SiloStatus status) => new()
    {
        SiloAddress = silo,
        SiloName = "silo",
        HostName = "host",
        Status = status,
        StartTime = DateTime.UnixEpoch,
        IAmAliveTime = DateTime.UnixEpoch,
    };

    /// <summary>A silo's name and address, without the silo.</summary>
    private sealed class Self(SiloAddress address) : ILocalSiloDetails
    {
        public string Name => "silo";

        public string ClusterId => Cluster;

        public string DnsHostName => "host";

        public SiloAddress SiloAddress => address;

        public SiloAddress GatewayAddress => address;
    }
}
