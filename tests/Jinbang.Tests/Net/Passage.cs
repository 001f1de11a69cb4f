using System.Net;
using System.Net.Sockets;

namespace Jinbang.Tests.Net;

/// <summary>Leads whoever connects at an address of the tests to a server that listens on 127.0.0.1 alone, as the simulator does.</summary>
internal sealed class Passage : IAsyncDisposable
{
    private readonly Socket entrance = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource end = new();
    private readonly int port;
    private readonly Task walkers;

    /// <param name="address">Where others connect, at a port of its own.</param>
    /// <param name="port">Where the server listens.</param>
    public Passage(IPAddress address, int port)
    {
        this.port = port;
        entrance.Bind(new IPEndPoint(address, 0));
        entrance.Listen();
        walkers = AcceptAsync();
    }

    public IPEndPoint Entrance => (IPEndPoint)entrance.LocalEndPoint!;

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await walkers;
        entrance.Dispose();
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> open = [];
        try
        {
            while (true)
            {
                open.RemoveAll(walk => walk.IsCompleted);
                open.Add(LeadAsync(await entrance.AcceptAsync(end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task LeadAsync(Socket client)
    {
        using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        using (client)
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, port, end.Token);
                await Task.WhenAll(CopyAsync(client, server), CopyAsync(server, client));
            }
            catch (Exception failure) when (failure is SocketException or OperationCanceledException)
            {
                // Either side went away, and so does the other.
            }
        }
    }

    private async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReceiveAsync(buffer, end.Token) is > 0 and var count)
        {
            for (var sent = 0; sent < count;)
            {
                sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), end.Token);
            }
        }

        to.Shutdown(SocketShutdown.Send);
    }
}
