using Jinbang.Statistics;
using Jinbang.Statistics.Items;

namespace Jinbang.Tests.Statistics.Items;

/// <summary>Real answers of language models.</summary>
public sealed class RealMatrixTests
{
    [Theory]
    [InlineData("canaicode-junior", 0.84029, 1.92198)]
    [InlineData("bfcl-v1", 0.99704, 14.66679)]
    [InlineData("simulated-exam20-visible", 0.63808, 1.44195)]
    public void Reliability_is_that_of_a_recount_with_numpy(string name, double coefficient, double error)
    {
        var reliability = Reliability.Of(Read(name))!;

        Assert.Equal(coefficient, reliability.Coefficient, 1e-5);
        Assert.Equal(error, reliability.StandardError, 1e-5);
        Assert.True(reliability.IsBinary);
    }

    [Fact]
    public void Of_wrong_keys_put_in_most_correlate_negatively_and_few_good_ones_do()
    {
        var scores = Read("simulated-board-visible");
        var random = new Random(7);
        var spoilt = Enumerable.Range(0, scores.Items).OrderBy(_ => random.Next()).Take(scores.Items / 20).ToHashSet();
        for (var model = 0; model < scores.Models; model++)
        {
            foreach (var item in spoilt)
            {
                scores.Of(model)[item] = scores.Of(model)[item] == 1 || random.Next(3) > 0 ? 0 : 1;
            }
        }

        var found = ItemAnalysis.Of(scores).Select((item, at) => (at, item)).Where(it => it.item.Discrimination < 0).Select(it => it.at).ToList();

        Assert.InRange(found.Count(spoilt.Contains), spoilt.Count * 7 / 10, spoilt.Count);
        Assert.InRange(found.Count(item => !spoilt.Contains(item)), 0, scores.Items / 10);
    }

    [Theory]
    [InlineData("biology", 0.8, 0.12)]
    [InlineData("physics", 0.75, 0.15)]
    public void Of_wrong_keys_put_in_letters_find_most(string subject, double most, double alarms)
    {
        var rows = File.ReadLines(SharedData.Path("banks/mmlu-pro/picked_letters_29_models.csv")).Skip(1)
            .Select(line => line.Split(',')).Where(row => row[1] == subject).ToList();
        var random = new Random(7);
        var spoilt = Enumerable.Range(0, rows.Count).OrderBy(_ => random.Next()).Take(rows.Count / 20).ToHashSet();
        var keys = rows.Select((row, item) => Bit(row[2]) is var key && spoilt.Contains(item) ? Other(key, random) : key).ToArray();
        var (scores, picks) = (new ScoreMatrix(29, rows.Count), new PickMatrix(29, rows.Count, 1));
        for (var item = 0; item < rows.Count; item++)
        {
            for (var model = 0; model < 29; model++)
            {
                picks.Of(model, item)[0] = Bit(rows[item][model + 3]);
                scores.Of(model)[item] = rows[item][model + 3] == "NA" ? float.NaN : picks.Of(model, item)[0] == keys[item] ? 1 : 0;
            }
        }

        var evidence = KeyEvidence.Of(picks, keys, [.. keys.Select(_ => 10)]);
        var figures = ItemAnalysis.Of(scores);
        var flagged = Enumerable.Range(0, rows.Count)
            .Where(item => evidence[item]?.Margin > Math.Log(99) && figures[item].Discrimination is null or < 0.1).ToList();

        Assert.InRange((double)flagged.Count(spoilt.Contains) / spoilt.Count, most, 1);
        Assert.InRange((double)flagged.Count(item => !spoilt.Contains(item)) / (rows.Count - spoilt.Count), 0, alarms);
    }

    private static uint Bit(string letter) => letter is [>= 'A' and <= 'J' and var only] ? 1u << (only - 'A') : 0;

    private static uint Other(uint key, Random random)
    {
        var other = 1u << random.Next(10);
        return other == key ? Other(key, random) : other;
    }

    private static ScoreMatrix Read(string name)
    {
        var rows = File.ReadLines(SharedData.Path($"matrices/{name}.responses.csv")).Skip(1).Select(line => line[(line.LastIndexOf(',') + 1)..]).ToList();
        var matrix = new ScoreMatrix(rows.Count, rows[0].Length);
        for (var model = 0; model < rows.Count; model++)
        {
            for (var item = 0; item < matrix.Items; item++)
            {
                matrix.Of(model)[item] = rows[model][item] switch
                {
                    '1' => 1,
                    '0' => 0,
                    _ => float.NaN,
                };
            }
        }

        return matrix;
    }
}
