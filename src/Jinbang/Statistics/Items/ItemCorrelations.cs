namespace Jinbang.Statistics.Items;

/// <summary>Correlates the points on each item with the mean points on the others; feed it one model after the other.</summary>
/// <param name="items">How many items.</param>
internal sealed class ItemCorrelations(int items)
{
    /// <summary>Less than this share of the squares is rounding, not spread.</summary>
    private const double Rounding = 1e-12;

    private readonly Sums[] sums = new Sums[items];

    /// <summary>Adds a model.</summary>
    /// <param name="row">Its points, item by item.</param>
    /// <param name="total">Their sum and number.</param>
    public void Add(ReadOnlySpan<float> row, (double Sum, int Count) total)
    {
        for (var item = 0; item < row.Length; item++)
        {
            double points = row[item];
            if (double.IsNaN(points))
            {
                continue;
            }

            ref var sum = ref sums[item];
            sum.Models++;
            sum.Points += points;
            // A model with points on nothing else says nothing about how this item fits the others.
            if (total.Count > 1)
            {
                var rest = (total.Sum - points) / (total.Count - 1);
                sum.Pairs++;
                sum.X += points;
                sum.XX += points * points;
                sum.Y += rest;
                sum.YY += rest * rest;
                sum.XY += points * rest;
            }
        }
    }

    public int ModelsOf(int item) => sums[item].Models;

    public double? MeanOf(int item) => sums[item] is { Models: > 0 } sum ? sum.Points / sum.Models : null;

    /// <summary>Pearson's correlation; null where either side does not vary.</summary>
    public double? CorrelationOf(int item)
    {
        var sum = sums[item];
        var x = Spread(sum.Pairs, sum.X, sum.XX);
        var y = Spread(sum.Pairs, sum.Y, sum.YY);
        return x > 0 && y > 0 ? Math.Clamp((sum.Pairs * sum.XY - sum.X * sum.Y) / Math.Sqrt(x * y), -1, 1) : null;
    }

    private static double Spread(int count, double sum, double squares)
    {
        var spread = count * squares - sum * sum;
        return spread > Rounding * count * squares ? spread : 0;
    }

    private struct Sums
    {
        public int Models;
        public int Pairs;
        public double Points;
        public double X;
        public double XX;
        public double Y;
        public double YY;
        public double XY;
    }
}
