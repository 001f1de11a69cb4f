using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Jinbang.Bench;

/// <summary>10,000 questions at concurrency 128, whole process from start to board written, beside the bare loop on the
/// same server in the same run; both are processes of their own, in turn.</summary>
internal static class WholeProcess
{
    private const int Questions = 10_000;
    private const int Concurrency = 128;
    private const int Rounds = 3;

    public static async Task<int> MeasureAsync(CancellationToken cancellationToken)
    {
        var root = FindRoot();
        var folder = Directory.CreateTempSubdirectory("jinbang-bench-").FullName;
        var exam = Path.Combine(folder, "bench.jsonl");
        WriteExam(exam);
        Console.WriteLine($"{Questions} questions, concurrency {Concurrency}, median of {Rounds} rounds, whole processes");
        Console.WriteLine("| latency | program | wall s | cpu s | cpu ms a question | peak MB | wall ratio |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var latency in (string[])["0", "50ms"])
        {
            await MeasureAsync(root, folder, exam, latency, cancellationToken);
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task MeasureAsync(string root, string folder, string exam, string latency, CancellationToken cancellationToken)
    {
        using var server = Simulator(root, latency);
        var endpoint = (await server.StandardOutput.ReadLineAsync(cancellationToken))!["listening on ".Length..];
        try
        {
            var (bare, ours) = (new List<Measured>(), new List<Measured>());
            for (var round = 0; round < Rounds; round++)
            {
                bare.Add(await Measured.RunAsync(Bare(endpoint, exam), TimeProvider.System, cancellationToken));
                ours.Add(await Measured.RunAsync(Ours(root, endpoint, exam, folder, $"{latency}-{round}"), TimeProvider.System, cancellationToken));
            }

            var floor = Median(bare, run => run.Wall);
            Print(latency, "bare HttpClient loop", bare, floor);
            Print(latency, "jinbang run", ours, floor);
        }
        finally
        {
            server.Kill();
        }
    }

    private static void Print(string latency, string program, List<Measured> runs, double floor)
    {
        var cpu = Median(runs, run => run.Cpu);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {latency} | {program} | {Median(runs, run => run.Wall):F2} | {cpu:F2} | {cpu * 1000 / Questions:F3} | {Median(runs, run => run.PeakMegabytes):F0} | {Median(runs, run => run.Wall) / floor:F2} |"));
    }

    private static double Median(List<Measured> runs, Func<Measured, double> figure) => runs.Select(figure).Order().ElementAt(runs.Count / 2);

    private static ProcessStartInfo Bare(string endpoint, string exam) => new(Environment.ProcessPath!,
        Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
            ? [typeof(WholeProcess).Assembly.Location, "bare-loop", endpoint, exam, Concurrency.ToString(CultureInfo.InvariantCulture)]
            : ["bare-loop", endpoint, exam, Concurrency.ToString(CultureInfo.InvariantCulture)]);

    private static ProcessStartInfo Ours(string root, string endpoint, string exam, string folder, string round)
    {
        var workplace = Directory.CreateDirectory(Path.Combine(folder, round)).FullName;
        return new ProcessStartInfo("dotnet",
        [
            Path.Combine(root, "out", "jinbang", "jinbang-cli.dll"), "run", "--exam", exam, "--endpoint", endpoint, "--model", "sim-strong",
            "--concurrency", Concurrency.ToString(CultureInfo.InvariantCulture),
        ])
        {
            WorkingDirectory = workplace,
        };
    }

    private static Process Simulator(string root, string latency) => Process.Start(new ProcessStartInfo("dotnet",
    [
        Path.Combine(root, "out", "jinbang", "jinbang-simulator.dll"), "--latency", latency, "--model", "sim-strong:0.9",
    ])
    {
        RedirectStandardOutput = true,
    })!;

    private static void WriteExam(string file) => File.WriteAllLines(file, Enumerable.Range(0, Questions).Select(number => JsonSerializer.Serialize(new
    {
        id = $"q{number}",
        question = $"Question {number}: which of these numbers is {number} plus {number % 7}? Think of the sum and pick its option.",
        options = new Dictionary<string, string>
        {
            ["A"] = $"{number + (number % 7)}",
            ["B"] = $"{number + 11}",
            ["C"] = $"{number + 12}",
            ["D"] = $"{number + 13}",
        },
        answer = "A",
    })));

    public static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Jinbang.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The benchmark runs outside the repository.");
        }

        return folder.FullName;
    }
}
