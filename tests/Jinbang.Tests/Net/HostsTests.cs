using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Jinbang.Simulator;
using Jinbang.Tests.EndToEnd;
using Jinbang.Tests.Postgres;
using Npgsql;

namespace Jinbang.Tests.Net;

public sealed class HostsTests
{
    // What arrives may take its time on a busy machine; what does not is waited for a moment only.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(700);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hosts_that_are_cut_off_from_each_other_hear_nothing_and_still_reach_all_others()
    {
        await using var hosts = await Hosts.StartAsync(3, Token);
        var (one, other, third) = (hosts.All[0], hosts.All[1], hosts.All[2]);
        using var outside = new Ear(new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp), hosts.Database);
        using var atOne = new Ear(one.NewSocket(), one.Address);
        using var atOther = new Ear(other.NewSocket(), other.Address);
        using var atThird = new Ear(third.NewSocket(), third.Address);
        Assert.True(await ReachesAsync(one, atOther) && await ReachesAsync(other, atOne));

        await Hosts.CutOffAsync(one, other, Token);

        Assert.False(await ReachesAsync(one, atOther.Address, Moment));
        Assert.False(await ReachesAsync(other, atOne.Address, Moment));
        foreach (var host in (Host[])[one, other])
        {
            Assert.True(await ReachesAsync(host, outside) && await ReachesAsync(host, atThird));
        }

        await Hosts.HealAsync(one, other, Token);

        Assert.True(await ReachesAsync(one, atOther) && await ReachesAsync(other, atOne));
    }

    [Fact]
    public async Task A_connection_between_hosts_stalls_while_they_are_cut_off_and_goes_on_when_they_are_not()
    {
        await using var hosts = await Hosts.StartAsync(2, Token);
        var (one, other) = (hosts.All[0], hosts.All[1]);
        using var ear = new Ear(other.NewSocket(), other.Address);
        using var near = one.NewSocket();
        await near.ConnectAsync(ear.Address, Token);
        using var far = await ear.AcceptAsync(Token);
        Assert.Equal("before", await PassAsync(near, far, "before", Patience));
        Assert.Equal("before", await PassAsync(far, near, "before", Patience));

        await Hosts.CutOffAsync(one, other, Token);

        Assert.Null(await PassAsync(near, far, "there", Moment));
        Assert.Null(await PassAsync(far, near, "back", Moment));

        await Hosts.HealAsync(one, other, Token);

        Assert.Equal("there", await HearAsync(far, Patience));
        Assert.Equal("back", await HearAsync(near, Patience));
    }

    [Fact]
    public async Task A_host_that_is_cut_off_from_the_database_alone_still_reaches_the_provider()
    {
        await using var hosts = await Hosts.StartAsync(1, Token);
        var host = hosts.All[0];
        await using var server = await PostgresServer.StartNewAsync(new() { Address = hosts.Database }, Token);
        await using var simulator = await SimulatedProvider.StartAsync(new(), TimeProvider.System, Token);
        await using var passage = new Passage(hosts.Provider, simulator.Endpoint.Port);
        var database = new IPEndPoint(hosts.Database, new NpgsqlConnectionStringBuilder(server.ConnectionStringOf("postgres")).Port);
        using var client = ClientOf(host, passage.Entrance);
        Assert.True(await ReachesAsync(host, database, Patience));

        await host.CutOffAsync(hosts.Database, Token);

        Assert.False(await ReachesAsync(host, database, Moment));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/v1/models", Token)).StatusCode);

        await host.HealAsync(hosts.Database, Token);

        Assert.True(await ReachesAsync(host, database, Patience));
    }

    [Fact]
    public async Task A_program_runs_on_a_host_and_is_killed_with_it()
    {
        Process lasting;
        await using (var hosts = await Hosts.StartAsync(1, Token))
        {
            var host = hosts.All[0];
            using var asked = Process.Start(host.Program("ip", "-4", "-brief", "address", "show", "eth0"))!;
            (await Stranger.EndOf(asked)).Expect(0).Names(host.Address.ToString());
            lasting = Process.Start(host.Program("sleep", "600"))!;
        }

        using (lasting)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
            patience.CancelAfter(Patience);
            await lasting.WaitForExitAsync(patience.Token);
            Assert.Equal(128 + 9, lasting.ExitCode);
        }
    }

    private static HttpClient ClientOf(Host host, IPEndPoint address) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, token) =>
        {
            var socket = host.NewSocket();
            await socket.ConnectAsync(address, token);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = new($"http://{address}") };

    private static Task<bool> ReachesAsync(Host host, Ear ear) => ReachesAsync(host, ear.Address, Patience);

    private static async Task<bool> ReachesAsync(Host host, IPEndPoint address, TimeSpan patience)
    {
        using var socket = host.NewSocket();
        return await InTimeAsync(async token => { await socket.ConnectAsync(address, token); return "connected"; }, patience) is not null;
    }

    /// <summary>What of a text arrives in time; null for nothing.</summary>
    private static async Task<string?> PassAsync(Socket from, Socket to, string text, TimeSpan patience)
    {
        await from.SendAsync(Encoding.ASCII.GetBytes(text), Token);
        return await HearAsync(to, patience);
    }

    private static Task<string?> HearAsync(Socket socket, TimeSpan patience) => InTimeAsync(
        async token =>
        {
            var buffer = new byte[100];
            return Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer, token));
        },
        patience);

    private static async Task<string?> InTimeAsync(Func<CancellationToken, Task<string>> work, TimeSpan patience)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(patience);
        try
        {
            return await work(limit.Token);
        }
        catch (OperationCanceledException) when (!Token.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>A socket that listens.</summary>
    private sealed class Ear : IDisposable
    {
        private readonly Socket socket;

        public Ear(Socket socket, IPAddress address)
        {
            this.socket = socket;
            socket.Bind(new IPEndPoint(address, 0));
            socket.Listen();
        }

        public IPEndPoint Address => (IPEndPoint)socket.LocalEndPoint!;

        public ValueTask<Socket> AcceptAsync(CancellationToken cancellationToken) => socket.AcceptAsync(cancellationToken);

        public void Dispose() => socket.Dispose();
    }
}
