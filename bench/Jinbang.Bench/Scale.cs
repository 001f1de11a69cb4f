using System.Globalization;
using System.Text.Json;

namespace Jinbang.Bench;

/// <summary>Ten thousand, a hundred thousand and a million attempts in one run: memory and time, and how soon a run that has
/// nearly all of them done asks again.</summary>
internal static class Scale
{
    private const int Questions = 10_000;
    private const int LeftForResume = 100;

    private static readonly int[] Models = [1, 10, 100];

    public static async Task<int> MeasureAsync(int mostModels, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("jinbang-bench-").FullName;
        var exam = Path.Combine(folder, "bench.jsonl");
        Machinery.WriteExam(exam, Questions);
        Console.WriteLine("| attempts | wall s | cpu ms an attempt | peak MB | resumed: first call after s | peak MB | board again s | ledger MB |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var models in Models.Where(models => models <= mostModels))
        {
            await MeasureAsync(Path.Combine(folder, models.ToString(CultureInfo.InvariantCulture)), exam, models, cancellationToken);
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task MeasureAsync(string folder, string exam, int models, CancellationToken cancellationToken)
    {
        var names = Enumerable.Range(0, models).Select(model => $"model-{model}").ToList();
        var (server, endpoint) = await Machinery.SimulateAsync([.. names.SelectMany(name => new[] { "--model", $"{name}:0.8" })], cancellationToken);
        using (server)
        {
            try
            {
                var entries = names.Select(name =>
                    $"  - {{name: {name}, endpoint: \"{endpoint}\", price: {{input: 1, output: 2, currency: CNY, date: 2026-11-01, source: bench}}}}");
                Directory.CreateDirectory(folder);
                await File.WriteAllTextAsync(
                    Path.Combine(folder, "jinbang.yaml"), $"exams: [{JsonSerializer.Serialize(exam)}]\nmodels:\n{string.Join('\n', entries)}\n", cancellationToken);
                var most = (Questions - LeftForResume).ToString(CultureInfo.InvariantCulture);
                var first = await Measured.RunAsync(Machinery.Ours(folder, "run", "--limit", most), TimeProvider.System, cancellationToken);
                var firstCall = FirstCallAsync(endpoint, (Questions - LeftForResume) * models, TimeProvider.System, cancellationToken);
                var second = await Measured.RunAsync(Machinery.Ours(folder, "run"), TimeProvider.System, cancellationToken);
                var board = await Measured.RunAsync(Machinery.Ours(folder, "board"), TimeProvider.System, cancellationToken);
                var size = new FileInfo(Path.Combine(folder, ".jinbang", "ledger.db")).Length / 1e6;
                var attempts = (Questions - LeftForResume) * models;
                var resumed = await firstCall;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {attempts} | {first.Wall:F1} | {first.Cpu * 1000 / attempts:F3} | {first.PeakMegabytes:F0} | {resumed:F2} | {second.PeakMegabytes:F0} | {board.Wall:F2} | {size:F0} |"));
            }
            finally
            {
                server.Kill();
            }
        }
    }

    /// <summary>Seconds until the server has been asked more often than so far.</summary>
    private static async Task<double> FirstCallAsync(string endpoint, long before, TimeProvider time, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        var stats = new Uri(new Uri(endpoint), "/stats");
        var started = time.GetTimestamp();
        while (true)
        {
            using var now = JsonDocument.Parse(await client.GetByteArrayAsync(stats, cancellationToken));
            if (now.RootElement.GetProperty("requests").GetInt64() > before)
            {
                return time.GetElapsedTime(started).TotalSeconds;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), time, cancellationToken);
        }
    }
}
