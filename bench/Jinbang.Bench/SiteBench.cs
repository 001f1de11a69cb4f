using System.Diagnostics;

namespace Jinbang.Bench;

/// <summary>The site over a workspace of the public board family's size with two million kept replies: how soon it opens, how long boards
/// and the index of replies take to be warm, how long pages then take with one reader, with fifty, and with fifty while a run goes on, and
/// what memory the server has.</summary>
internal static class SiteBench
{
    private const int Replies = 2_000_000;

    private const string Model = "sim-strong";

    // Answers that take 0.2 s, so many at once: 575 a second at most.
    private const int Concurrency = 115;
    private static readonly string[] Simulated = ["--latency", "200ms", "--model", Model + ":0.8"];

    /// <param name="share">How much of the workspace, such as 0.1 for a tenth of the exams.</param>
    /// <param name="kept">A folder where it is kept, or was before; null for one that is deleted.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<int> MeasureAsync(double share, string? kept, CancellationToken cancellationToken)
    {
        var folder = kept is null ? Directory.CreateTempSubdirectory("jinbang-bench-").FullName : Directory.CreateDirectory(kept).FullName;
        if (!File.Exists(Path.Combine(folder, "jinbang.yaml")))
        {
            await FullWorkspace.WriteAsync(folder, share, Replies, cancellationToken);
        }

        var (simulator, endpoint) = await Machinery.SimulateAsync(Simulated, cancellationToken);
        using (simulator)
        {
            await ServeAsync(folder, endpoint, FullWorkspace.Offer(folder, Model, endpoint, Concurrency), cancellationToken);
            simulator.Kill();
        }

        if (kept is null)
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task ServeAsync(string folder, string endpoint, IReadOnlyList<string> fresh, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var server = Process.Start(Machinery.Serving(folder))!;
        try
        {
            var line = await server.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The site did not open.");
            Console.WriteLine(FormattableString.Invariant($"open after {Seconds(began):F2} s"));
            using var client = new HttpClient { BaseAddress = new Uri(line.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal))) };
            var readers = new SiteReaders(client, server);
            await client.GetStringAsync("/boards", cancellationToken);
            Console.WriteLine(FormattableString.Invariant($"first list of boards after {Seconds(began):F2} s, {readers.Megabytes:F0} MB"));
            var exams = Directory.GetFiles(folder, "exam-*.jsonl").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal).ToList();
            await client.GetStringAsync("/boards/" + exams[^1], cancellationToken);
            Console.WriteLine(FormattableString.Invariant($"first cold board after {Seconds(began):F2} s"));
            await UntilAsync(client, "/api/boards", "\"complete\":true", cancellationToken);
            Console.WriteLine(FormattableString.Invariant($"all boards and roll-ups warm after {Seconds(began):F0} s, {readers.Megabytes:F0} MB"));
            await UntilAsync(client, "/api/cases", "\"isDone\":true", cancellationToken);
            Console.WriteLine(FormattableString.Invariant($"all replies in the index after {Seconds(began):F0} s, {readers.Megabytes:F0} MB"));
            await ShowAsync(readers, exams, cancellationToken);
            await new SiteRun(client, endpoint, Model).ShowAsync(readers, exams, fresh, cancellationToken);
        }
        finally
        {
            server.Kill();
        }
    }

    private static async Task ShowAsync(SiteReaders readers, List<string> exams, CancellationToken cancellationToken)
    {
        (string What, string Address)[] pages =
        [
            ("list of boards", "/boards"), ("exam's board", "/boards/exam-004"), ("sorted and filtered", "/boards/exam-004?find=model-1&sort=cost&order=reversed"),
            ("roll-up of all", "/boards/Total"), ("weights moved", "/boards/Total?w.Domain+0=2.5&w.Domain+3=0.4"), ("weights moved, as JSON", "/api/boards/Total?w.Domain+0=2.5"),
            ("bad cases, the latest", "/cases"), ("a frequent character", "/cases?q=" + MadeUpText.Word(0)), ("a rare word", "/cases?find=" + MadeUpText.Word(29_001)),
            ("a beginning", "/cases?q=con*"), ("a beginning, one model", "/cases?find=the*&model=model-003"),
        ];
        SiteReaders.Head();
        foreach (var (what, address) in pages)
        {
            await readers.ShowAsync(what, 1, _ => address, TimeSpan.Zero, 400, cancellationToken);
        }

        await readers.ShowAsync("any exam's board", SiteReaders.Many, round => "/boards/" + exams[round * 7 % exams.Count], SiteReaders.Glance, 20, cancellationToken);
    }

    private static async Task UntilAsync(HttpClient client, string address, string told, CancellationToken cancellationToken)
    {
        while (!(await client.GetStringAsync(address, cancellationToken)).Contains(told, StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, cancellationToken);
        }
    }

    private static double Seconds(long began) => TimeProvider.System.GetElapsedTime(began).TotalSeconds;
}
