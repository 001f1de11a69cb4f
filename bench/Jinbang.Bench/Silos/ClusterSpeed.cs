using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace Jinbang.Bench.Silos;

/// <summary>How much faster three silos ask than one when each makes so many calls at once, and what an attempt costs in processor time beside one
/// process that runs by itself; all in one run, at one simulator.</summary>
internal sealed class ClusterSpeed : IDisposable
{
    private const int AtOnce = 32;
    // The runtime compiles anew what is used much.
    private const int WarmUp = 2000;
    private const int Seconds = 30;
    private const double Latency = 0.2;

    private readonly HttpClient client = new();
    private readonly string folder = Directory.CreateTempSubdirectory("jinbang-cluster-bench-").FullName;
    private readonly string endpoint;
    private readonly NpgsqlConnectionStringBuilder server;
    private int made;

    private ClusterSpeed(string endpoint, NpgsqlConnectionStringBuilder server) => (this.endpoint, this.server) = (endpoint, server);

    /// <summary>Measures and prints.</summary>
    /// <param name="server">A PostgreSQL server on which databases may be made, with the password.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<int> MeasureAsync(string server, CancellationToken cancellationToken)
    {
        var (simulator, endpoint) = await Machinery.SimulateAsync(["--latency", "200ms", "--model", "sim-strong:0.9"], cancellationToken);
        using (simulator)
        {
            try
            {
                using var bench = new ClusterSpeed(endpoint, new(server));
                await bench.PrintAsync(cancellationToken);
                return 0;
            }
            finally
            {
                simulator.Kill();
            }
        }
    }

    public void Dispose()
    {
        client.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task PrintAsync(CancellationToken cancellationToken)
    {
        var file = await AloneAsync("", cancellationToken);
        var database = await AloneAsync(await NewDatabaseAsync(cancellationToken), cancellationToken);
        var one = await TogetherAsync(1, cancellationToken);
        var three = await TogetherAsync(3, cancellationToken);
        Console.WriteLine($"{AtOnce} calls at once for each process, 200 ms latency, no limit; processor time of the asking processes alone");
        Console.WriteLine("| who asks | answers a second | of one silo | cpu ms an attempt | of `run` on PostgreSQL |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        Print("`jinbang run`, SQLite", file, one, database);
        Print("`jinbang run`, PostgreSQL", database, one, database);
        Print("one silo", one, one, database);
        Print("three silos", three, one, database);
    }

    private static void Print(string who, (double Speed, double Cpu) found, (double Speed, double Cpu) one, (double Speed, double Cpu) database) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {who} | {found.Speed:F0} | {found.Speed / one.Speed:F2} | {found.Cpu * 1000:F2} | {found.Cpu / database.Cpu:F2} |"));

    /// <summary>What a process by itself does, without what it takes to start and to end.</summary>
    private async Task<(double Speed, double Cpu)> AloneAsync(string ledger, CancellationToken cancellationToken)
    {
        var questions = (int)(Seconds * AtOnce / Latency);
        var few = await RunAsync(WarmUp, AtOnce, ledger, [], cancellationToken);
        var many = await RunAsync(questions, AtOnce, ledger, [], cancellationToken);
        return (many.Speed, (many.Cpu - few.Cpu) / (questions - WarmUp));
    }

    /// <summary>What silos do that have been at work before.</summary>
    private async Task<(double Speed, double Cpu)> TogetherAsync(int count, CancellationToken cancellationToken)
    {
        var ledger = await NewDatabaseAsync(cancellationToken);
        var silos = new List<Process>();
        try
        {
            for (var silo = 0; silo < count; silo++)
            {
                silos.Add(await JoinAsync(ledger, cancellationToken));
            }

            string[] words = ["--cluster", ledger];
            await RunAsync(WarmUp * count, AtOnce * count, "", words, cancellationToken);
            var before = Cpu(silos);
            var questions = (int)(Seconds * AtOnce * count / Latency);
            var (speed, _) = await RunAsync(questions, AtOnce * count, "", words, cancellationToken);
            return (speed, (Cpu(silos) - before) / questions);
        }
        finally
        {
            silos.ForEach(silo =>
            {
                silo.Kill();
                silo.Dispose();
            });
        }
    }

    private static double Cpu(List<Process> silos) => silos.Sum(silo =>
    {
        silo.Refresh();
        return silo.TotalProcessorTime.TotalSeconds;
    });

    private async Task<Process> JoinAsync(string ledger, CancellationToken cancellationToken)
    {
        var start = Machinery.Silo("start", "--cluster", ledger, "--concurrency", AtOnce.ToString(CultureInfo.InvariantCulture), "--lang", "en");
        (start.RedirectStandardOutput, start.Environment["JINBANG_LEDGER_PASSWORD"]) = (true, server.Password);
        var silo = Process.Start(start)!;
        await silo.StandardOutput.ReadLineAsync(cancellationToken);
        _ = silo.StandardOutput.ReadToEndAsync(cancellationToken);
        return silo;
    }

    /// <summary>Has an exam of its own asked.</summary>
    /// <returns>Answers a second, between the first and the last eighth, and the processor time of the program.</returns>
    private async Task<(double Speed, double Cpu)> RunAsync(int questions, int atOnce, string ledger, string[] words, CancellationToken cancellationToken)
    {
        var exam = Path.Combine(folder, $"exam-{++made}.jsonl");
        Machinery.WriteExam(exam, questions, $"Exam {made}, question");
        var start = Machinery.Ours(
            Path.Combine(folder, $"{made}"),
            ["run", "--exam", exam, "--endpoint", endpoint, "--model", "sim-strong", "--concurrency", atOnce.ToString(CultureInfo.InvariantCulture), .. words]);
        (start.Environment["JINBANG_LEDGER"], start.Environment["JINBANG_LEDGER_PASSWORD"]) = (ledger, server.Password);
        var asked = await RepliesAsync(cancellationToken);
        var running = Measured.RunAsync(start, TimeProvider.System, cancellationToken);
        var began = await MomentAsync(asked + (questions / 8), running, cancellationToken);
        var ended = await MomentAsync(asked + questions - (questions / 8), running, cancellationToken);
        return ((ended.Replies - began.Replies) / TimeProvider.System.GetElapsedTime(began.At, ended.At).TotalSeconds, (await running).Cpu);
    }

    private async Task<(long Replies, long At)> MomentAsync(long replies, Task running, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (now, at) = (await RepliesAsync(cancellationToken), TimeProvider.System.GetTimestamp());
            if (now >= replies || running.IsCompleted)
            {
                return (now, at);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }
    }

    private async Task<long> RepliesAsync(CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(await client.GetByteArrayAsync(new Uri(new Uri(endpoint), "/stats"), cancellationToken));
        return document.RootElement.GetProperty("replies").GetInt64();
    }

    /// <summary>The address of an empty database, without the password.</summary>
    private async Task<string> NewDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = $"bench_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE template0", connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
        var address = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name };
        address.Remove(nameof(address.Password));
        return address.ConnectionString;
    }
}
