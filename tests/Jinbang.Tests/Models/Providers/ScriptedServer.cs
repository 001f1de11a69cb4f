using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Jinbang.Tests.Models.Providers;

/// <summary>A server on loopback that answers every request with bytes that a test has written.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<Stream, CancellationToken, Task> answer;
    private readonly Task serving;

    public ScriptedServer(Func<Stream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        serving = ServeAsync();
    }

    public ScriptedServer(params string[] pieces)
        : this(async (stream, token) => await SendAsync(stream, token, pieces))
    {
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1";

    /// <summary>The requests as they came, head and body.</summary>
    public List<string> Requests { get; } = [];

    public static ScriptedServer Json(string body, int status = 200, string headers = "") => new(Head(status, "application/json", headers) + body);

    public static ScriptedServer Sse(params string[] events) =>
        new([Head(200, "text/event-stream"), .. events.Select(data => $"data: {data}\n\n")]);

    public static string Head(int status, string type, string headers = "") =>
        $"HTTP/1.1 {status} Scripted\r\nContent-Type: {type}\r\nConnection: close\r\n{headers}\r\n";

    public static async Task SendAsync(Stream stream, CancellationToken token, params string[] pieces)
    {
        foreach (var piece in pieces)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(piece), token);
            await stream.FlushAsync(token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        listener.Dispose();
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var answers = new List<Task>();
        try
        {
            while (true)
            {
                answers.Add(AnswerAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(answers);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            try
            {
                var stream = client.GetStream();
                Requests.Add(await ReadRequestAsync(stream));
                await answer(stream, stop.Token);
            }
            catch (Exception fault) when (fault is IOException or OperationCanceledException)
            {
                // The client went away, which several tests want it to.
            }
        }
    }

    private async Task<string> ReadRequestAsync(NetworkStream stream)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var count = await stream.ReadAsync(buffer, stop.Token);
            bytes.Write(buffer, 0, count);
            var text = Encoding.UTF8.GetString(bytes.ToArray());
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (count == 0 || IsTls(bytes) || (end >= 0 && Encoding.UTF8.GetByteCount(text[(end + 4)..]) >= BodyLength(text[..end])))
            {
                return text;
            }
        }
    }

    private static bool IsTls(MemoryStream bytes) => bytes.GetBuffer()[0] == 0x16;

    private static int BodyLength(string head) => head.Split("\r\n")
        .Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
        .Select(line => int.Parse(line.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture))
        .FirstOrDefault();
}
