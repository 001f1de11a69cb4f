namespace Jinbang.Statistics.Items;

/// <summary>How far an exam measures the same throughout.</summary>
/// <param name="Coefficient">Cronbach's alpha (1951, Psychometrika 16:297–334), at most 1; with items that are right or wrong
/// it is Kuder and Richardson's formula 20 (1937, Psychometrika 2:151–160).</param>
/// <param name="StandardError">The standard error of measurement, in items: the spread of totals that chance alone makes.</param>
/// <param name="Models">Models that have points on every item; the figures are over these.</param>
/// <param name="IsBinary">Whether all points are 0 or 1.</param>
public sealed record Reliability(double Coefficient, double StandardError, int Models, bool IsBinary)
{
    /// <summary>Totals that lie closer than this many items do not differ beyond chance: 2·√2·SEM.</summary>
    public double LeastDifference => 2 * Math.Sqrt(2) * StandardError;

    /// <summary>n/(n−1)·(1 − Σ item variances / variance of totals), and SEM = s·√(1 − coefficient).</summary>
    /// <returns>Null with fewer than two items, fewer than two models that have points on all, or totals that are all the same.</returns>
    public static Reliability? Of(ScoreMatrix scores)
    {
        var (sums, squares) = (new double[scores.Items], new double[scores.Items]);
        var totals = new List<double>();
        var isBinary = true;
        for (var model = 0; model < scores.Models; model++)
        {
            var row = scores.Of(model);
            if (HasGap(row))
            {
                continue;
            }

            var total = 0.0;
            for (var item = 0; item < row.Length; item++)
            {
                double points = row[item];
                isBinary &= points is 0 or 1;
                total += points;
                sums[item] += points;
                squares[item] += points * points;
            }

            totals.Add(total);
        }

        return scores.Items > 1 && totals.Count > 1 ? Of(sums, squares, totals, isBinary) : null;
    }

    private static bool HasGap(ReadOnlySpan<float> row)
    {
        foreach (var points in row)
        {
            if (float.IsNaN(points))
            {
                return true;
            }
        }

        return false;
    }

    private static Reliability? Of(double[] sums, double[] squares, List<double> totals, bool isBinary)
    {
        double models = totals.Count;
        var items = sums.Zip(squares, (sum, square) => (square - sum * sum / models) / (models - 1)).Sum();
        var spread = Variance.Sample(totals);
        if (spread <= 1e-12)
        {
            return null;
        }

        var coefficient = sums.Length / (sums.Length - 1.0) * (1 - items / spread);
        return new(coefficient, Math.Sqrt(spread * Math.Max(0, 1 - coefficient)), totals.Count, isBinary);
    }
}
