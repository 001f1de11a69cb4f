using System.Net;
using System.Net.Sockets;

namespace Jinbang.Tests.Postgres;

/// <summary>The way to a server, which a test cuts at a commit: before it arrives there, or before its answer arrives here.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly int server;
    private readonly Task accepting;
    private int cutAt;
    private TaskCompletionSource? swallow;

    /// <param name="server">The server's port on this machine.</param>
    public Wire(int server)
    {
        this.server = server;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>The port of the near end.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Whether new connections break at once.</summary>
    public bool IsDown { get; set; }

    /// <summary>How many commits were cut off.</summary>
    public int Cuts { get; private set; }

    /// <summary>Cuts the next commit.</summary>
    /// <param name="isDone">Whether the server gets it first.</param>
    /// <param name="staysDown">Whether nothing can be reached from then on.</param>
    public void CutCommit(bool isDone, bool staysDown) => cutAt = (isDone ? 1 : 2) + (staysDown ? 2 : 0);

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await accepting;
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                var near = await listener.AcceptTcpClientAsync(end.Token);
                if (IsDown)
                {
                    near.Dispose();
                    continue;
                }

                open.Add(JoinAsync(near));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task JoinAsync(TcpClient near)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
        using var far = new TcpClient();
        using var own = near;
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, server, both.Token);
            await Task.WhenAny(ForwardAsync(near.GetStream(), far.GetStream(), both.Token), BackAsync(far.GetStream(), near.GetStream(), both.Token));
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException or SocketException)
        {
        }

        await both.CancelAsync();
    }

    private async Task ForwardAsync(NetworkStream near, NetworkStream far, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        for (var read = await near.ReadAsync(buffer, cancellationToken); read > 0; read = await near.ReadAsync(buffer, cancellationToken))
        {
            if (cutAt > 0 && buffer.AsSpan(0, read).IndexOf("COMMIT\0"u8) >= 0)
            {
                (var how, cutAt, Cuts) = (cutAt, 0, Cuts + 1);
                IsDown = how > 2;
                if (how % 2 == 1)
                {
                    // The answer is read and kept from whoever waits for it.
                    swallow = new();
                    await far.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                    await swallow.Task.WaitAsync(cancellationToken);
                }

                return;
            }

            await far.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    private async Task BackAsync(NetworkStream far, NetworkStream near, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        for (var read = await far.ReadAsync(buffer, cancellationToken); read > 0; read = await far.ReadAsync(buffer, cancellationToken))
        {
            if (swallow is { } waiting)
            {
                swallow = null;
                waiting.SetResult();
                return;
            }

            await near.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }
}
