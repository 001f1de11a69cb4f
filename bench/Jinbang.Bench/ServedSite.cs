using System.Diagnostics;
using System.Text.Json;

namespace Jinbang.Bench;

/// <summary>The site over a workspace, as a process of its own.</summary>
internal sealed class ServedSite : IDisposable
{
    private readonly Process server;

    private ServedSite(Process server, Uri address)
    {
        (this.server, Address) = (server, address);
        // A certificate of the day is nobody's but ours.
        Client = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true }) { BaseAddress = address };
    }

    /// <summary>Where it is served.</summary>
    public Uri Address { get; }

    /// <summary>Somebody who reads it.</summary>
    public HttpClient Client { get; }

    /// <summary>Opens it at a free port.</summary>
    public static async Task<ServedSite> OpenAsync(string folder, string[] words, CancellationToken cancellationToken)
    {
        var server = Process.Start(Machinery.Serving(folder, words))!;
        var line = await server.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The site did not open.");
        return new(server, new Uri(line.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal))));
    }

    /// <summary>Waits until every board is made.</summary>
    public async Task WarmAsync(CancellationToken cancellationToken)
    {
        while (!(await Client.GetStringAsync("/api/boards", cancellationToken)).Contains("\"complete\":true", StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>The address of the first board.</summary>
    public async Task<string> FirstBoardAsync(CancellationToken cancellationToken)
    {
        using var boards = JsonDocument.Parse(await Client.GetStringAsync("/api/boards", cancellationToken));
        return "/boards/" + Uri.EscapeDataString(boards.RootElement.GetProperty("boards").EnumerateArray().First(board => board.GetProperty("kind").GetString() == "exam").GetProperty("name").GetString()!);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        server.Kill();
        server.WaitForExit();
        server.Dispose();
    }
}
