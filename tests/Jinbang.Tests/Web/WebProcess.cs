using System.Diagnostics;

namespace Jinbang.Tests.Web;

/// <summary>The site as a program of its own, which can be killed.</summary>
internal sealed class WebProcess : IDisposable
{
    private readonly Process process;

    private WebProcess(Process process, Uri address)
    {
        this.process = process;
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    public static async Task<WebProcess> StartAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "jinbang-web.dll"), "--port", "0", "--lang", "en"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        return new WebProcess(process, new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..].Split(' ')[0]));
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
        Client.Dispose();
    }
}
