using System.Globalization;
using CsCheck;
using Jinbang.Statistics;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Jinbang.Tests.Statistics;

public sealed class OneFactorTests
{
    [Fact]
    public void A_table_of_one_factor_is_completed()
    {
        var values = new double[30, 4];
        Each(values, (row, column) => values[row, column] = column + (column + 1) * (row - 15) / 10.0);
        var hidden = values[3, 2];
        values[3, 2] = double.NaN;

        var expected = OneFactor.Of(values).Expected(3, 2)!.Value;

        Assert.Equal(hidden, expected.Mean, 0.15);
        Assert.True(Half(expected) < 0.5);
    }

    [Fact]
    public void Rows_without_values_and_columns_with_few_are_left_alone()
    {
        var values = new double[,] { { 1, double.NaN }, { 2, 3 }, { 3, double.NaN }, { double.NaN, double.NaN }, { 4, 4 } };

        var fit = OneFactor.Of(values);

        Assert.Null(fit.Expected(3, 0));
        Assert.Null(fit.Expected(0, 1));
    }

    [Fact]
    public void Whatever_is_there_the_fit_is_finite() => Gen.Select(Gen.Int[1, 6], Gen.Int[1, 5], Gen.Double[-6, 6].Array[30], Gen.Bool.Array[30]).Sample((rows, columns, drawn, gaps) =>
    {
        var values = new double[rows, columns];
        Each(values, (row, column) => values[row, column] = gaps[row * 5 + column] ? double.NaN : drawn[row * 5 + column]);
        var fit = OneFactor.Of(values);
        var fine = true;
        Each(values, (row, column) => fine &= fit.Expected(row, column) is not { } expected
            || (double.IsFinite(expected.Mean) && expected is { Shared: >= 0, Own: > 0, Freedom: >= 4 }));
        return fine;
    });

    /// <summary>Of real tables each row loses cells by lot; how often do 95 % intervals hold what was there?</summary>
    [Theory]
    [InlineData(1, 0.92, 0.98)]
    [InlineData(3, 0.92, 0.98)]
    public void Intervals_hold_the_hidden_scores_of_a_real_leaderboard(int hidden, double least, double most)
    {
        var rows = File.ReadLines(SharedData.Path("banks/open-llm-leaderboard/models.visible.csv")).Skip(1).Select(line => line.Split(','))
            .Where(cells => cells.Length == 19 && cells[2] == "True").Select(cells => cells[4..10].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture) / 100).ToArray()).ToList();
        var scores = new double[rows.Count, 6];
        Each(scores, (row, column) => scores[row, column] = SpecialFunctions.Logit(Math.Clamp(rows[row][column], 0.0005, 0.9995)));

        Assert.InRange(Held(scores, hidden), least, most);
    }

    [Theory]
    [InlineData("bfcl-v1", 0.92, 0.99)]
    [InlineData("simulated-board-visible", 0.92, 0.98)]
    public void Intervals_hold_the_hidden_scores_of_strata(string matrix, double least, double most)
    {
        var strata = File.ReadLines(SharedData.Path($"matrices/{matrix}.items.csv")).Skip(1).Select(line => line.Split(',')[1]).ToList();
        var groups = strata.Select((stratum, item) => (stratum, item)).GroupBy(item => item.stratum, item => item.item).ToList();
        var responses = File.ReadLines(SharedData.Path($"matrices/{matrix}.responses.csv")).Skip(1).Select(line => line[(line.LastIndexOf(',') + 1)..]).ToList();
        var scores = new double[responses.Count, groups.Count];
        Each(scores, (row, column) => scores[row, column] = SpecialFunctions.Logit(
            (groups[column].Count(item => responses[row][item] == '1') + 0.5) / (groups[column].Count() + 1)));

        Assert.InRange(Held(scores, 1), least, most);
    }

    private static double Held(double[,] scores, int hidden)
    {
        var chance = new Random(1);
        var (held, all) = (0, 0);
        foreach (var _ in Enumerable.Range(0, scores.GetLength(0) < 1000 ? 5 : 1))
        {
            var gaps = (double[,])scores.Clone();
            for (var row = 0; row < gaps.GetLength(0); row++)
            {
                foreach (var column in Enumerable.Range(0, gaps.GetLength(1)).OrderBy(_ => chance.Next()).Take(hidden))
                {
                    gaps[row, column] = double.NaN;
                }
            }

            var fit = OneFactor.Of(gaps);
            Each(gaps, (row, column) =>
            {
                if (double.IsNaN(gaps[row, column]) && fit.Expected(row, column) is { } expected)
                {
                    all++;
                    held += Math.Abs(scores[row, column] - expected.Mean) <= Half(expected) ? 1 : 0;
                }
            });
        }

        return (double)held / all;
    }

    private static double Half((double Mean, double Shared, double Own, double Freedom) expected) =>
        StudentT.InvCDF(0, 1, expected.Freedom, 0.975) * Math.Sqrt(expected.Shared + expected.Own);

    private static void Each(double[,] values, Action<int, int> visit)
    {
        for (var row = 0; row < values.GetLength(0); row++)
        {
            for (var column = 0; column < values.GetLength(1); column++)
            {
                visit(row, column);
            }
        }
    }
}
