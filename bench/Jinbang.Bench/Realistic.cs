using System.Globalization;

namespace Jinbang.Bench;

/// <summary>A server as slow as real ones (log-normal latency, median 1 s): the run beside the bare loop, where both mostly wait.</summary>
internal static class Realistic
{
    private const string Latency = "lognormal:median=1s,sigma=0.5";
    private const int Rounds = 10;

    public static async Task<int> MeasureAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine($"latency {Latency}, {Rounds} questions for each call at once, whole processes, once each");
        Console.WriteLine("| concurrency | questions | bare loop s | jinbang run s | ratio | cpu ms a question | peak MB |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var concurrency in (int[])[64, 256, 1000])
        {
            await MeasureAsync(concurrency, cancellationToken);
        }

        return 0;
    }

    private static async Task MeasureAsync(int concurrency, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("jinbang-bench-").FullName;
        var exam = Path.Combine(folder, "bench.jsonl");
        var questions = Rounds * concurrency;
        Machinery.WriteExam(exam, questions);
        var (server, endpoint) = await Machinery.SimulateAsync(["--latency", Latency, "--model", "sim-strong:0.9"], cancellationToken);
        using (server)
        {
            var bare = await Measured.RunAsync(Machinery.Bare(endpoint, exam, concurrency, stream: true), TimeProvider.System, cancellationToken);
            var ours = await Measured.RunAsync(
                Machinery.Ours(folder, "run", "--exam", exam, "--endpoint", endpoint, "--model", "sim-strong", "--concurrency", concurrency.ToString(CultureInfo.InvariantCulture)),
                TimeProvider.System, cancellationToken);
            server.Kill();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {concurrency} | {questions} | {bare.Wall:F2} | {ours.Wall:F2} | {ours.Wall / bare.Wall:F3} | {ours.Cpu * 1000 / questions:F2} | {ours.PeakMegabytes:F0} |"));
        }

        Directory.Delete(folder, recursive: true);
    }
}
