using System.Diagnostics;
using System.Globalization;
using Jinbang.Bench.Coverage;
using Jinbang.Statistics;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Bench;

/// <summary>How long the ranks of one board take: 304 models, 700 questions, 1,000 bootstraps, 4,000 draws.</summary>
internal static class RankSpeed
{
    private const int Rounds = 11;

    public static int Measure()
    {
        var scores = new SimulatedBoard(304, new Random(1)).Ask(700);
        Console.WriteLine("| what | median wall ms | median cpu ms | first time wall ms |");
        Console.WriteLine("| --- | --- | --- | --- |");
        Watch("proven ranks (max-T)", () => ProvenRanks.Of(scores, 1));
        Watch("likely ranks", () => LikelyRanks.Of([.. Enumerable.Range(0, scores.Models).Select(model => ClusteredMean.Of(scores.Of(model)))], 1));
        var missing = new SimulatedBoard(304, new Random(1)).Ask(700);
        for (var cell = 0; cell < 304 * 700; cell += 97)
        {
            missing.Of(cell / 700)[cell % 700] = float.NaN;
        }

        Watch("proven ranks (max-T), one answer in 97 missing", () => ProvenRanks.Of(missing, 1));
        var few = new SimulatedBoard(304, new Random(1)).Ask(20);
        Watch("proven ranks of 20 questions (sign tests)", () => ProvenRanks.Of(few, 1));
        return 0;
    }

    private static void Watch(string what, Action action)
    {
        var rounds = Enumerable.Range(0, Rounds).Select(_ =>
        {
            var (wall, cpu) = (TimeProvider.System.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
            action();
            return (
                Wall: TimeProvider.System.GetElapsedTime(wall).TotalMilliseconds,
                Cpu: (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds);
        }).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {rounds.Select(round => round.Wall).Order().ElementAt(Rounds / 2):F0} | {rounds.Select(round => round.Cpu).Order().ElementAt(Rounds / 2):F0} | {rounds[0].Wall:F0} |"));
    }
}
