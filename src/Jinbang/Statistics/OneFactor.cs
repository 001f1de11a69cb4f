namespace Jinbang.Statistics;

/// <summary>A table with gaps, explained by one common factor: value = column's level + column's slope × row's factor + error.</summary>
/// <remarks>Fitted by expectation and maximisation over what is there (Rubin &amp; Thayer 1982, Psychometrika 47:69–76), with
/// slopes and error variances drawn towards those of all columns, so that short columns do not run wild.</remarks>
public sealed class OneFactor
{
    private const int Rounds = 200;

    // What each column is given of the common slope and error variance, in rows.
    private const double SlopeWeight = 2;
    private const double ErrorWeight = 3;

    // A spread below this is taken for this one: no table is without any error.
    private const double LeastVariance = 1e-4;

    private readonly double[,] values;
    private readonly double[] levels;
    private readonly double[] slopes;
    private readonly double[] errors;
    private readonly double[] factors;
    private readonly double[] uncertainties;
    private readonly int[] known;

    private OneFactor(double[,] values)
    {
        this.values = values;
        (Rows, Columns) = (values.GetLength(0), values.GetLength(1));
        (levels, slopes, errors, known) = (new double[Columns], new double[Columns], new double[Columns], new int[Columns]);
        (factors, uncertainties) = (new double[Rows], new double[Rows]);
    }

    private int Rows { get; }

    private int Columns { get; }

    /// <summary>Fits the table.</summary>
    /// <param name="values">Rows by columns; NaN where there is a gap.</param>
    public static OneFactor Of(double[,] values)
    {
        var fit = new OneFactor(values);
        fit.Begin();
        for (var round = 0; round < Rounds; round++)
        {
            fit.FindFactors();
            fit.FindColumns();
        }

        fit.FindFactors();
        return fit;
    }

    /// <summary>What belongs into a cell, as the other cells have it.</summary>
    /// <returns>The expected value; the variance that it shares with other gaps of its row; the variance of its own; the
    /// degrees of freedom for both. Null when the column has fewer than three values, or the row has none.</returns>
    public (double Mean, double Shared, double Own, double Freedom)? Expected(int row, int column)
    {
        if (known[column] < 3 || Enumerable.Range(0, Columns).All(other => double.IsNaN(values[row, other])))
        {
            return null;
        }

        var spread = SlopeWeight + Enumerable.Range(0, Rows).Where(other => !double.IsNaN(values[other, column])).Sum(other => factors[other] * factors[other]);
        var mean = levels[column] + slopes[column] * factors[row];
        var own = errors[column] * (1 + 1.0 / known[column] + factors[row] * factors[row] / spread);
        return (mean, slopes[column] * slopes[column] * uncertainties[row], own, known[column] + ErrorWeight - 2);
    }

    private void Begin()
    {
        for (var column = 0; column < Columns; column++)
        {
            var there = Enumerable.Range(0, Rows).Select(row => values[row, column]).Where(value => !double.IsNaN(value)).ToList();
            known[column] = there.Count;
            levels[column] = there.DefaultIfEmpty().Average();
            var variance = Math.Max(LeastVariance, there.Count > 1 ? Variance.Sample(there) : 0);
            (slopes[column], errors[column]) = (Math.Sqrt(variance / 2), variance / 2);
        }
    }

    /// <summary>Each row's factor, given the columns: standard normal before its values are seen.</summary>
    private void FindFactors()
    {
        for (var row = 0; row < Rows; row++)
        {
            var (precision, sum) = (1.0, 0.0);
            for (var column = 0; column < Columns; column++)
            {
                if (!double.IsNaN(values[row, column]))
                {
                    precision += slopes[column] * slopes[column] / errors[column];
                    sum += slopes[column] * (values[row, column] - levels[column]) / errors[column];
                }
            }

            (factors[row], uncertainties[row]) = (sum / precision, 1 / precision);
        }
    }

    /// <summary>Each column's level, slope and error variance, given the rows' factors.</summary>
    private void FindColumns()
    {
        var slope = slopes.Average();
        var error = errors.Average();
        for (var column = 0; column < Columns; column++)
        {
            var (count, a, aa, y, ay) = (0.0, 0.0, 0.0, 0.0, 0.0);
            foreach (var row in Known(column))
            {
                count++;
                a += factors[row];
                aa += factors[row] * factors[row] + uncertainties[row];
                y += values[row, column];
                ay += factors[row] * values[row, column];
            }

            if (count > 0)
            {
                slopes[column] = (ay - a * y / count + SlopeWeight * slope) / (aa - a * a / count + SlopeWeight);
                levels[column] = (y - slopes[column] * a) / count;
                errors[column] = Math.Max(LeastVariance, (Residuals(column) + ErrorWeight * error) / (count + ErrorWeight));
            }
        }
    }

    private double Residuals(int column) => Known(column).Sum(row =>
    {
        var residual = values[row, column] - levels[column] - slopes[column] * factors[row];
        return residual * residual + slopes[column] * slopes[column] * uncertainties[row];
    });

    private IEnumerable<int> Known(int column)
    {
        for (var row = 0; row < Rows; row++)
        {
            if (!double.IsNaN(values[row, column]))
            {
                yield return row;
            }
        }
    }
}
