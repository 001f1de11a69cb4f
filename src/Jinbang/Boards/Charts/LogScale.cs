using System.Globalization;

namespace Jinbang.Boards.Charts;

/// <summary>Amounts above zero along a line, equal steps for equal ratios.</summary>
internal sealed class LogScale
{
    // Up to this ratio, twos and fives are marked as well.
    private const double Short = 2000;

    private static readonly double[] Steps = [1, 2, 5];

    private readonly double low;
    private readonly double high;
    private readonly double from;
    private readonly double to;

    /// <summary>A scale with round ends that holds all amounts.</summary>
    public LogScale(IReadOnlyCollection<double> amounts, double from, double to)
    {
        (this.from, this.to) = (from, to);
        var round = Rounds(amounts.DefaultIfEmpty(1).Min(), amounts.DefaultIfEmpty(1).Max()).ToList();
        low = round.Last(value => value <= amounts.DefaultIfEmpty(1).Min());
        high = round.First(value => value >= amounts.DefaultIfEmpty(1).Max() && value > low);
    }

    /// <summary>The round amounts to mark, few enough to be read.</summary>
    public IEnumerable<(double At, string Text)> Ticks => Rounds(low, high)
        .Where(value => value >= low && value <= high && (high / low <= Short || IsPowerOfTen(value)))
        .Select(value => (At(value), value.ToString("#,0.##########", CultureInfo.InvariantCulture)));

    public double At(double amount) => from + (Math.Log(amount) - Math.Log(low)) / (Math.Log(high) - Math.Log(low)) * (to - from);

    private static bool IsPowerOfTen(double value) => Math.Abs(Math.Log10(value) - Math.Round(Math.Log10(value))) < 1e-9;

    /// <summary>One, two and five times powers of ten, from below the least to above the most.</summary>
    private static IEnumerable<double> Rounds(double least, double most)
    {
        var (first, last) = ((int)Math.Floor(Math.Log10(least)) - 1, (int)Math.Ceiling(Math.Log10(most)) + 1);
        return from power in Enumerable.Range(first, last - first + 1)
               from step in Steps
               select double.Parse($"{step}E{power}", CultureInfo.InvariantCulture);
    }
}
