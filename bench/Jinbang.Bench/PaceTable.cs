using System.Globalization;

namespace Jinbang.Bench;

/// <summary>300 questions against 600 requests a minute, ten at once after a rest, that the server enforces.</summary>
internal static class PaceTable
{
    private const int Questions = 300;
    private const double Ideal = (Questions - 10) / 10.0;

    private static readonly (string Known, string Headers, string Limits)[] Cases =
    [
        ("given in jinbang.yaml", "openai", "limits: {rpm: 600, burst: 10}"),
        ("given in jinbang.yaml, no headers", "none", "limits: {rpm: 600, burst: 10}"),
        ("learnt from OpenAI's headers", "openai", ""),
        ("learnt from Anthropic's headers", "anthropic", ""),
        ("learnt from Retry-After alone", "retry-after", ""),
        ("learnt from refusals alone", "none", ""),
    ];

    public static async Task<int> MeasureAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine($"{Questions} questions, 600 requests a minute, burst 10: ideal {Ideal:F1} s from the first request to the last reply");
        Console.WriteLine("| the limit is | latency | makespan s | ratio | whole process s | ratio | refused |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var latency in (string[])["0", "200ms"])
        {
            foreach (var (known, headers, limits) in Cases)
            {
                await MeasureAsync(known, headers, limits, latency, cancellationToken);
            }
        }

        return 0;
    }

    private static async Task MeasureAsync(string known, string headers, string limits, string latency, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("jinbang-bench-").FullName;
        Machinery.WriteExam(Path.Combine(folder, "bench.jsonl"), Questions);
        var (server, endpoint) = await Machinery.SimulateAsync(
            ["--latency", latency, "--model", "sim-strong:0.9", "--rpm", "600", "--burst", "10", "--limit-headers", headers], cancellationToken);
        using (server)
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder, "jinbang.yaml"),
                $"exams: [bench.jsonl]\nmodels:\n  - name: sim-strong\n    endpoint: {endpoint}\n    {limits}\n", cancellationToken);
            var run = await LimitedRun.WatchAsync(Machinery.Ours(folder, "run"), endpoint, Questions, TimeSpan.FromSeconds(30), cancellationToken);
            server.Kill();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {known} | {latency} | {run.Makespan:F2} | {run.Makespan / Ideal:F3} | {run.Wall:F2} | {run.Wall / Ideal:F3} | {run.Refused} ({100.0 * run.Refused / (Questions + run.Refused):F1} %){(run.Replies == Questions ? "" : $", only {run.Replies} answered")} |"));
        }

        Directory.Delete(folder, recursive: true);
    }
}
