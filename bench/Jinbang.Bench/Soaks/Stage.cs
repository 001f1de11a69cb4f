using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Jinbang.Bench.Soaks;

/// <summary>A simulator and a folder in which the published program runs, is killed and runs again.</summary>
internal sealed class Stage : IDisposable
{
    private readonly HttpClient client = new();
    private readonly Process server;

    private Stage(Process server, string endpoint)
    {
        (this.server, Endpoint) = (server, endpoint);
        Folder = Directory.CreateTempSubdirectory("jinbang-soak-").FullName;
    }

    /// <summary>The workspace.</summary>
    public string Folder { get; }

    /// <summary>Where the simulator listens.</summary>
    public string Endpoint { get; }

    /// <summary>Starts a simulator with these options.</summary>
    public static async Task<Stage> SetAsync(string[] options, CancellationToken cancellationToken)
    {
        var (server, endpoint) = await Machinery.SimulateAsync(options, cancellationToken);
        return new Stage(server, endpoint);
    }

    /// <summary>Writes a workspace whose models differ in price, in yuan per million tokens.</summary>
    public void Write(int questions, int concurrency, int mostTokens, decimal? budget, IReadOnlyDictionary<string, decimal> prices)
    {
        File.WriteAllLines(Path.Combine(Folder, "soak.jsonl"), Enumerable.Range(0, questions).Select(number => JsonSerializer.Serialize(new
        {
            id = $"q{number}",
            question = $"Question {number}: which of these numbers is {number} plus {number % 7}?",
            options = new Dictionary<string, string> { ["A"] = $"{number + (number % 7)}", ["B"] = $"{number + 11}", ["C"] = $"{number + 12}" },
            answer = "A",
        })));
        var models = prices.Select(price => string.Create(CultureInfo.InvariantCulture,
            $"  - {{name: {price.Key}, endpoint: \"{Endpoint}\", max-output-tokens: {mostTokens}, price: {{input: {price.Value}, output: {price.Value}, currency: CNY, date: 2026-11-01}}}}"));
        var cap = budget is { } most ? string.Create(CultureInfo.InvariantCulture, $"budget: {most}\nspend-up-to-budget: true\n") : "";
        File.WriteAllText(Path.Combine(Folder, "jinbang.yaml"), $"exams: [soak.jsonl]\nconcurrency: {concurrency}\n{cap}models:\n{string.Join('\n', models)}\n");
    }

    /// <summary>Starts <c>jinbang run</c>.</summary>
    public Process Run()
    {
        var start = Machinery.Ours(Folder, "run", "--lang", "en");
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        return Process.Start(start)!;
    }

    /// <summary>Lets a run come to its end.</summary>
    /// <returns>Its exit code, and what it said on standard error.</returns>
    public async Task<(int ExitCode, string Errors)> FinishAsync(CancellationToken cancellationToken)
    {
        using var process = Run();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        await output;
        return (process.ExitCode, await errors);
    }

    /// <summary>Starts a run and kills it when it has made so many calls and a moment has passed.</summary>
    /// <returns>Calls that the simulator was answering then; null when the run had ended by itself.</returns>
    public async Task<int?> KillAsync(int calls, TimeSpan moment, CancellationToken cancellationToken)
    {
        var before = Requests(await StatsAsync(cancellationToken));
        using var process = Run();
        var drained = Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        while (!process.HasExited && Requests(await StatsAsync(cancellationToken)) < before + calls)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, cancellationToken);
        }

        await Task.WhenAny(process.WaitForExitAsync(cancellationToken), Task.Delay(moment, TimeProvider.System, cancellationToken));
        if (process.HasExited)
        {
            return null;
        }

        var inFlight = (int)(await StatsAsync(cancellationToken)).GetProperty("in_flight").GetInt64();
        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
        await drained;
        return inFlight;
    }

    /// <summary>What the simulator counted, once nothing is in flight.</summary>
    public async Task<JsonElement> SettledStatsAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var stats = await StatsAsync(cancellationToken);
            if (stats.GetProperty("in_flight").GetInt64() == 0)
            {
                return stats;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>The simulator's bill in yuan.</summary>
    public static decimal Bill(JsonElement stats, IReadOnlyDictionary<string, decimal> prices) => prices.Sum(price =>
        price.Value / 1_000_000 * (Tokens(stats, "prompt_tokens_by_model", price.Key) + Tokens(stats, "completion_tokens_by_model", price.Key)));

    /// <summary>The ledger's books in yuan: what is spent, lost and outstanding.</summary>
    public decimal Books() => Texts("SELECT cost_yuan FROM attempt WHERE cost_yuan IS NOT NULL UNION ALL SELECT lost_yuan FROM sitting UNION ALL SELECT outstanding_yuan FROM sitting")
        .Sum(yuan => decimal.Parse(yuan, CultureInfo.InvariantCulture));

    /// <summary>The first column of what SQL finds in the ledger.</summary>
    public List<string> Texts(string sql)
    {
        var path = Path.Combine(Folder, ".jinbang", "ledger.db");
        if (!File.Exists(path))
        {
            return [];
        }

        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        var texts = new List<string>();
        if (!HasTables(connection))
        {
            return texts;
        }

        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            texts.Add(rows.GetValue(0).ToString()!);
        }

        return texts;
    }

    public void Dispose()
    {
        server.Kill();
        server.Dispose();
        client.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    // A program may be killed before it has made them.
    private static bool HasTables(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return command.ExecuteScalar() is > 0L;
    }

    private static long Requests(JsonElement stats) => stats.GetProperty("requests").GetInt64();

    private static long Tokens(JsonElement stats, string kind, string model) =>
        stats.GetProperty(kind).TryGetProperty(model, out var count) ? count.GetInt64() : 0;

    private async Task<JsonElement> StatsAsync(CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(await client.GetByteArrayAsync(new Uri(new Uri(Endpoint), "/stats"), cancellationToken));
        return document.RootElement.Clone();
    }
}
