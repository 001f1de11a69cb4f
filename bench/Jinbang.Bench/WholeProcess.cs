using System.Globalization;

namespace Jinbang.Bench;

/// <summary>10,000 questions at concurrency 128, whole process from start to board written, beside the bare loop on the
/// same server in the same run; all are processes of their own, in turn.</summary>
internal static class WholeProcess
{
    private const int Questions = 10_000;
    private const int Concurrency = 128;
    private const int Rounds = 5;

    public static async Task<int> MeasureAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("jinbang-bench-").FullName;
        var exam = Path.Combine(folder, "bench.jsonl");
        Machinery.WriteExam(exam, Questions);
        Console.WriteLine($"{Questions} questions, concurrency {Concurrency}, median of {Rounds} rounds, whole processes");
        Console.WriteLine("| latency | program | wall s | cpu s | cpu ms a question | peak MB | wall ratio |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var latency in (string[])["0", "50ms"])
        {
            await MeasureAsync(folder, exam, latency, cancellationToken);
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task MeasureAsync(string folder, string exam, string latency, CancellationToken cancellationToken)
    {
        var (server, endpoint) = await Machinery.SimulateAsync(["--latency", latency, "--model", "sim-strong:0.9"], cancellationToken);
        using (server)
        {
            try
            {
                var (whole, streamed, ours) = (new List<Measured>(), new List<Measured>(), new List<Measured>());
                for (var round = 0; round < Rounds; round++)
                {
                    whole.Add(await Measured.RunAsync(Machinery.Bare(endpoint, exam, Concurrency, stream: false), TimeProvider.System, cancellationToken));
                    streamed.Add(await Measured.RunAsync(Machinery.Bare(endpoint, exam, Concurrency, stream: true), TimeProvider.System, cancellationToken));
                    ours.Add(await Measured.RunAsync(Ours(endpoint, exam, Path.Combine(folder, $"{latency}-{round}")), TimeProvider.System, cancellationToken));
                }

                var floor = Machinery.Median(whole.Select(run => run.Wall));
                Print(latency, "bare HttpClient loop, whole replies", whole, floor);
                Print(latency, "bare HttpClient loop, streamed replies", streamed, floor);
                Print(latency, "jinbang run, streamed replies", ours, floor);
            }
            finally
            {
                server.Kill();
            }
        }
    }

    private static System.Diagnostics.ProcessStartInfo Ours(string endpoint, string exam, string folder) => Machinery.Ours(
        folder, "run", "--exam", exam, "--endpoint", endpoint, "--model", "sim-strong", "--concurrency", Concurrency.ToString(CultureInfo.InvariantCulture));

    private static void Print(string latency, string program, List<Measured> runs, double floor)
    {
        var (wall, cpu) = (Machinery.Median(runs.Select(run => run.Wall)), Machinery.Median(runs.Select(run => run.Cpu)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {latency} | {program} | {wall:F2} | {cpu:F2} | {cpu * 1000 / Questions:F3} | {Machinery.Median(runs.Select(run => run.PeakMegabytes)):F0} | {wall / floor:F2} |"));
    }
}
