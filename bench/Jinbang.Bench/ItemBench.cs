using System.Globalization;
using Jinbang.Statistics;
using Jinbang.Statistics.Items;

namespace Jinbang.Bench;

/// <summary>Item analysis of many models and items, with letters.</summary>
internal static class ItemBench
{
    private const int Rounds = 5;

    public static int Measure()
    {
        Console.WriteLine("| models | items | figures and reliability ms | evidence against keys ms |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (var (models, items) in ((int, int)[])[(30, 1000), (304, 700), (1000, 1000), (304, 10_000)])
        {
            Measure(models, items);
        }

        return 0;
    }

    private static void Measure(int models, int items)
    {
        var (scores, picks) = Draw(models, items);
        uint[] keys = [.. Enumerable.Repeat(1u, items)];
        int[] choices = [.. Enumerable.Repeat(4, items)];
        var figures = Median(() =>
        {
            _ = ItemAnalysis.Of(scores);
            _ = Reliability.Of(scores);
        });
        var evidence = Median(() => _ = KeyEvidence.Of(picks, keys, choices));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {models} | {items} | {figures:F0} | {evidence:F0} |"));
    }

    private static double Median(Action work)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var start = TimeProvider.System.GetTimestamp();
            work();
            times.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
        }

        return times.Order().ElementAt(Rounds / 2);
    }

    /// <summary>Models and items of all strengths; the first option is right, and one cell in a hundred is empty.</summary>
    private static (ScoreMatrix Scores, PickMatrix Picks) Draw(int models, int items)
    {
        var random = new Random(1);
        var (scores, picks) = (new ScoreMatrix(models, items), new PickMatrix(models, items, 1));
        var difficulties = Enumerable.Range(0, items).Select(_ => random.NextDouble() * 4 - 2).ToArray();
        for (var model = 0; model < models; model++)
        {
            var skill = random.NextDouble() * 4 - 2;
            for (var item = 0; item < items; item++)
            {
                if (random.Next(100) > 0)
                {
                    var isRight = random.NextDouble() < 1 / (1 + Math.Exp(difficulties[item] - skill));
                    scores.Of(model)[item] = isRight ? 1 : 0;
                    picks.Of(model, item)[0] = isRight ? 1u : 1u << random.Next(1, 4);
                }
            }
        }

        return (scores, picks);
    }
}
