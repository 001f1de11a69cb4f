using System.Globalization;

namespace Jinbang.Simulator.Pacing;

/// <summary>Most replies take about the median, and a few very long, as with real providers; none above a day.</summary>
/// <param name="Median">Half of the replies are faster.</param>
/// <param name="Sigma">Standard deviation of the time's natural logarithm, 0 to 3.</param>
public sealed record LognormalLatency(TimeSpan Median, double Sigma) : Latency
{
    private const double WidestSigma = 3;

    internal static LognormalLatency? Read(string text) =>
        text.Split([':', ',', '=']) is ["lognormal", "median", var middle, "sigma", var spread]
        && Duration.Parse(middle) is { } median
        && double.TryParse(spread, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var sigma)
        && sigma <= WidestSigma
            ? new(median, sigma)
            : null;

    internal override TimeSpan Draw(Chance chance)
    {
        // Box and Muller; 1 - share is never 0, so the logarithm is finite.
        var radius = Math.Sqrt(-2 * Math.Log(1 - chance.With(1).Share));
        var normal = radius * Math.Cos(2 * Math.PI * chance.With(2).Share);
        return TimeSpan.FromSeconds(Math.Min(Median.TotalSeconds * Math.Exp(Sigma * normal), Duration.Longest.TotalSeconds));
    }
}
