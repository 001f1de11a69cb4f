using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Jinbang.Bench;

/// <summary>Nine models at work beside a tenth whose endpoint is dead: they finish as fast as without it.</summary>
internal static class DeadEndpoint
{
    private const int Models = 9;
    private const int Questions = 200;
    private const int Rounds = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<int> MeasureAsync(CancellationToken cancellationToken)
    {
        using var hole = new TcpListener(IPAddress.Loopback, 0);
        hole.Start();
        string[] names = [.. Enumerable.Range(1, Models).Select(number => $"m{number}"), "always-503"];
        string[] words = ["--latency", "lognormal:median=500ms,sigma=0.5", .. names.SelectMany(name => (string[])["--model", $"{name}:0.9"]), "--faults-for", "always-503=503=1"];
        var (server, endpoint) = await Machinery.SimulateAsync(words, cancellationToken);
        using (server)
        {
            Console.WriteLine($"{Models} models, {Questions} questions each, latency {words[1]}, median of {Rounds} rounds");
            Console.WriteLine("| tenth model | the nine finish after s | ratio | whole process s |");
            Console.WriteLine("| --- | --- | --- | --- |");
            (string Name, string? Model)[] tenths =
            [
                ("none", null),
                ("connection refused", "{name: dead, endpoint: http://127.0.0.1:1/v1}"),
                ("accepts and never answers", $"{{name: dead, endpoint: http://127.0.0.1:{((IPEndPoint)hole.LocalEndpoint).Port}/v1}}"),
                ("always 503", $"{{name: dead, endpoint: \"{endpoint}?account=dead\", id: always-503}}"),
            ];
            var runs = tenths.Select(_ => new List<LimitedRun>()).ToList();
            for (var round = 0; round < Rounds; round++)
            {
                for (var at = 0; at < tenths.Length; at++)
                {
                    runs[at].Add(await RunAsync(endpoint, tenths[at].Model, cancellationToken));
                }
            }

            server.Kill();
            Print(tenths, runs);
        }

        return 0;
    }

    private static void Print((string Name, string? Model)[] tenths, List<List<LimitedRun>> runs)
    {
        var floor = Machinery.Median(runs[0].Select(run => run.Makespan));
        for (var at = 0; at < tenths.Length; at++)
        {
            var finish = Machinery.Median(runs[at].Select(run => run.Makespan));
            var wall = runs[at].All(run => run.Wall is not null)
                ? Machinery.Median(runs[at].Select(run => run.Wall!.Value)).ToString("F2", CultureInfo.InvariantCulture)
                : $"more than {Patience.TotalSeconds:F0} s longer";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {tenths[at].Name} | {finish:F2} | {finish / floor:F3} | {wall} |"));
        }
    }

    // An address of its own makes each model's account its own; the server ignores the query.
    private static async Task<LimitedRun> RunAsync(string endpoint, string? tenth, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("jinbang-bench-").FullName;
        Machinery.WriteExam(Path.Combine(folder, "bench.jsonl"), Questions);
        var models = Enumerable.Range(1, Models).Select(number => $"  - {{name: m{number}, endpoint: \"{endpoint}?account={number}\"}}")
            .Concat(tenth is null ? [] : [$"  - {tenth}"]);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "jinbang.yaml"), $"exams: [bench.jsonl]\nconcurrency: 16\nmodels:\n{string.Join('\n', models)}\n", cancellationToken);
        var run = await LimitedRun.WatchAsync(Machinery.Ours(folder, "run"), endpoint, Models * Questions, Patience, cancellationToken);
        Directory.Delete(folder, recursive: true);
        return run;
    }
}
