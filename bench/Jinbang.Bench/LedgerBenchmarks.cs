using BenchmarkDotNet.Attributes;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;

namespace Jinbang.Bench;

/// <summary>What recording costs: one commit of a thousand attempts, synced to disk.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class LedgerBenchmarks
{
    private const int Batch = 1000;
    private readonly Sitting sitting = new("bench", Language.English, new Model("model", "bench", "model"), "prompt");
    private SqliteLedger ledger = null!;
    private int next;

    [GlobalSetup]
    public async Task OpenAsync()
    {
        ledger = SqliteLedger.Open(Path.Combine(Directory.CreateTempSubdirectory("jinbang-bench-").FullName, "ledger.db"));
        await ledger.BeginAsync(sitting, 1, null, default);
    }

    [GlobalCleanup]
    public async Task CloseAsync() => await ledger.DisposeAsync();

    [Benchmark(OperationsPerInvoke = Batch)]
    public Task RecordAsync() => ledger.WriteAsync(
        [new(sitting.Key) { Entries = [.. Enumerable.Range(0, Batch).Select(_ => Entry($"k{next++}"))] }], default);

    private static LedgerEntry Entry(string key) => new(
        key, "q1", 0, DateTimeOffset.UnixEpoch,
        new Reply(Outcome.Replied, new string('x', 300)) { Usage = new TokenUsage(100, 200), Elapsed = TimeSpan.FromSeconds(1) },
        new Grade(Verdict.Right, 1, new Reading(ReadingKind.Letter, "A", "cue")));
}
