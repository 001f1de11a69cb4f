using System.Diagnostics;
using System.Globalization;

namespace Jinbang.Bench;

/// <summary>The site over a workspace of the public board family's size: how soon it opens, how long boards take to be warm, how long
/// pages then take with one reader and with fifty, and what memory the server has.</summary>
internal static class SiteBench
{
    private const int Rounds = 400;
    private const int Readers = 50;

    // A reader looks at a page before turning to the next.
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(2);

    /// <param name="share">How much of the workspace, such as 0.1 for a tenth of the exams.</param>
    /// <param name="kept">A folder where it is kept, or was before; null for one that is deleted.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<int> MeasureAsync(double share, string? kept, CancellationToken cancellationToken)
    {
        var folder = kept is null ? Directory.CreateTempSubdirectory("jinbang-bench-").FullName : Directory.CreateDirectory(kept).FullName;
        if (!File.Exists(Path.Combine(folder, "jinbang.yaml")))
        {
            await FullWorkspace.WriteAsync(folder, share, cancellationToken);
        }

        var began = TimeProvider.System.GetTimestamp();
        using var server = Process.Start(Machinery.Serving(folder))!;
        try
        {
            var line = await server.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The site did not open.");
            Console.WriteLine(FormattableString.Invariant($"open after {Seconds(began):F2} s"));
            using var client = new HttpClient { BaseAddress = new Uri(line.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal))) };
            await client.GetStringAsync("/boards", cancellationToken);
            Console.WriteLine(FormattableString.Invariant($"first list of boards after {Seconds(began):F2} s, {Megabytes(server):F0} MB"));
            var last = Directory.GetFiles(folder, "exam-*.jsonl").Max(StringComparer.Ordinal);
            await client.GetStringAsync("/boards/" + Path.GetFileNameWithoutExtension(last), cancellationToken);
            Console.WriteLine(FormattableString.Invariant($"first cold board after {Seconds(began):F2} s"));
            await WarmAsync(client, cancellationToken);
            Console.WriteLine(FormattableString.Invariant($"all boards and roll-ups warm after {Seconds(began):F0} s, {Megabytes(server):F0} MB"));
            await ShowAsync(client, server, cancellationToken);
        }
        finally
        {
            server.Kill();
        }

        if (kept is null)
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task WarmAsync(HttpClient client, CancellationToken cancellationToken)
    {
        while (!(await client.GetStringAsync("/api/boards", cancellationToken)).Contains("\"complete\":true", StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken);
        }
    }

    private static async Task ShowAsync(HttpClient client, Process server, CancellationToken cancellationToken)
    {
        (string What, string Address)[] pages =
        [
            ("list of boards", "/boards"), ("exam's board", "/boards/exam-004"), ("sorted and filtered", "/boards/exam-004?find=model-1&sort=cost&order=reversed"),
            ("roll-up of all", "/boards/Total"), ("weights moved", "/boards/Total?w.Domain+0=2.5&w.Domain+3=0.4"), ("weights moved, as JSON", "/api/boards/Total?w.Domain+0=2.5"),
        ];
        Console.WriteLine("| page | readers | P50 ms | P99 ms | KB | server MB |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var (what, address) in pages)
        {
            await ShowAsync(what, client, server, 1, _ => address, TimeSpan.Zero, Rounds, cancellationToken);
        }

        await ShowAsync("any exam's board", client, server, Readers, round => FormattableString.Invariant($"/boards/exam-{round * 7 % 30:000}"), Glance, 20, cancellationToken);
    }

    private static async Task ShowAsync(
        string what, HttpClient client, Process server, int readers, Func<int, string> address, TimeSpan glance, int rounds, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        var size = 0;
        await Task.WhenAll(Enumerable.Range(0, readers).Select(async reader =>
        {
            // Fifty do not come at one instant.
            await Task.Delay(glance * reader / readers, TimeProvider.System, cancellationToken);
            for (var round = 0; round < rounds; round++)
            {
                var began = TimeProvider.System.GetTimestamp();
                size = (await client.GetByteArrayAsync(address(reader + round), cancellationToken)).Length;
                var took = TimeProvider.System.GetElapsedTime(began);
                lock (times)
                {
                    times.Add(took.TotalMilliseconds);
                }

                await Task.Delay(glance, TimeProvider.System, cancellationToken);
            }
        }));
        var sorted = times.Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {readers} | {sorted[sorted.Count / 2]:F1} | {sorted[(int)(sorted.Count * 0.99)]:F1} | {size / 1e3:F0} | {Megabytes(server):F0} |"));
    }

    private static double Seconds(long began) => TimeProvider.System.GetElapsedTime(began).TotalSeconds;

    private static double Megabytes(Process server)
    {
        server.Refresh();
        return server.WorkingSet64 / 1e6;
    }
}
