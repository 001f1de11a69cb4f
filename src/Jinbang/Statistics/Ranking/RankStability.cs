namespace Jinbang.Statistics.Ranking;

/// <summary>How much ranks by a weighted mean move when the weights do.</summary>
public static class RankStability
{
    /// <summary>How often weights are drawn where nothing else is said.</summary>
    public const int UsualDraws = 1000;

    /// <summary>Ranks the models by many draws of weights around the given ones.</summary>
    /// <param name="models">Each model's value in each part; NaN where it has none, the others then counting for more.</param>
    /// <param name="weights">What each part counts for, not negative, their sum above 0.</param>
    /// <param name="concentration">How near the drawn weights keep: they have the Dirichlet distribution with the given
    /// weights' shares times this number, so that a share s of the weight varies by √(s(1 − s) / (concentration + 1)).</param>
    /// <param name="seed">The same seed gives the same ranks on any number of cores.</param>
    /// <param name="draws">How many draws, at least 1.</param>
    /// <returns>In the order given; null for models that have no value in a part that counts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The concentration or the sum of the weights is not above 0.</exception>
    public static IReadOnlyList<StableRank?> Of(
        IReadOnlyList<IReadOnlyList<double>> models, IReadOnlyList<double> weights, double concentration, ulong seed, int draws = UsualDraws)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(concentration);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var sum = weights.Sum();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sum, nameof(weights));

        var shapes = weights.Select(weight => weight / sum * concentration).ToArray();
        var gammas = Array.ConvertAll(shapes, shape => new GammaShape(shape));
        var ranked = Enumerable.Range(0, models.Count).Where(model => Mean(models[model], shapes) is not null).ToArray();
        var given = DrawnRanks.Doubled([.. ranked.Select(model => Mean(models[model], shapes)!.Value)]);
        var ranks = DrawnRanks.Of(ranked.Length, draws, (draw, values) =>
        {
            var random = new RandomStream(seed, draw);
            var drawn = new double[shapes.Length];
            for (var part = 0; part < drawn.Length; part++)
            {
                drawn[part] = shapes[part] > 0 ? random.Gamma(gammas[part]) : 0;
            }

            for (var i = 0; i < values.Length; i++)
            {
                values[i] = Mean(models[ranked[i]], drawn) ?? 0;
            }
        });

        var stable = new StableRank?[models.Count];
        for (var i = 0; i < ranked.Length; i++)
        {
            stable[ranked[i]] = new StableRank(ranks.Middle(i, 0.9), ranks.ShareAt(i, given[i]));
        }

        return stable;
    }

    private static double? Mean(IReadOnlyList<double> values, double[] weights)
    {
        var mean = new WeightedMean();
        for (var part = 0; part < weights.Length; part++)
        {
            if (!double.IsNaN(values[part]))
            {
                mean.Add(values[part], weights[part]);
            }
        }

        return mean.Value;
    }
}
