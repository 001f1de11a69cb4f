namespace Jinbang.Statistics.Items;

/// <summary>Classical item analysis (Lord &amp; Novick 1968, Statistical Theories of Mental Test Scores, chapter 15).</summary>
public static class ItemAnalysis
{
    /// <summary>The share of models in the groups of the strongest and of the weakest (Kelley 1939, J. Educ. Psychol. 30:17–24).</summary>
    private const double Extreme = 0.27;

    /// <summary>The figures of each item. Where models have no points on some items, everything is over those that have, and
    /// the strength of a model is its mean points on what it has.</summary>
    public static ItemFigures[] Of(ScoreMatrix scores)
    {
        var totals = Totals(scores);
        var correlations = new ItemCorrelations(scores.Items);
        for (var model = 0; model < scores.Models; model++)
        {
            correlations.Add(scores.Of(model), totals[model]);
        }

        var wanted = new double[scores.Items];
        for (var item = 0; item < scores.Items; item++)
        {
            var models = correlations.ModelsOf(item);
            wanted[item] = models < 2 ? 0 : Math.Max(1, Math.Round(Extreme * models, MidpointRounding.AwayFromZero));
        }

        var tiers = Tiers(totals);
        var top = Leading(scores, tiers, wanted);
        var bottom = Leading(scores, tiers.Reverse(), wanted);
        return [.. Enumerable.Range(0, scores.Items).Select(item => new ItemFigures(
            correlations.ModelsOf(item), correlations.MeanOf(item), correlations.CorrelationOf(item),
            wanted[item] > 0 ? top[item] - bottom[item] : null))];
    }

    private static (double Sum, int Count)[] Totals(ScoreMatrix scores)
    {
        var totals = new (double Sum, int Count)[scores.Models];
        for (var model = 0; model < scores.Models; model++)
        {
            foreach (var points in scores.Of(model))
            {
                if (!float.IsNaN(points))
                {
                    totals[model].Sum += points;
                    totals[model].Count++;
                }
            }
        }

        return totals;
    }

    /// <summary>Models of equal strength together, the strongest first.</summary>
    private static int[][] Tiers((double Sum, int Count)[] totals) =>
    [
        .. Enumerable.Range(0, totals.Length)
            .Where(model => totals[model].Count > 0)
            .GroupBy(model => Math.Round(totals[model].Sum / totals[model].Count, 9))
            .OrderByDescending(tier => tier.Key)
            .Select(tier => tier.ToArray()),
    ];

    /// <summary>The mean points on each item of the first models that have points on it. Of a tier that is not wholly among
    /// them each model counts for the same share, so that the order of models does not matter.</summary>
    private static double[] Leading(ScoreMatrix scores, IEnumerable<int[]> tiers, double[] wanted)
    {
        var (means, taken) = (new double[scores.Items], new double[scores.Items]);
        var (count, sum) = (new int[scores.Items], new double[scores.Items]);
        foreach (var tier in tiers)
        {
            Array.Clear(count);
            Array.Clear(sum);
            foreach (var model in tier)
            {
                var row = scores.Of(model);
                for (var item = 0; item < row.Length; item++)
                {
                    if (!float.IsNaN(row[item]))
                    {
                        count[item]++;
                        sum[item] += row[item];
                    }
                }
            }

            for (var item = 0; item < count.Length; item++)
            {
                var take = Math.Min(count[item], wanted[item] - taken[item]);
                if (take > 0)
                {
                    taken[item] += take;
                    means[item] += take * sum[item] / count[item] / wanted[item];
                }
            }
        }

        return means;
    }
}
