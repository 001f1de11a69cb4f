namespace Jinbang.Runs.Planning;

/// <summary>Figures of past calls, from which those of further calls are foretold.</summary>
internal sealed class Sample
{
    /// <summary>Fewer figures tell too little.</summary>
    public const int Least = 5;

    private readonly double[] sorted;

    public Sample(IEnumerable<double> values)
    {
        sorted = [.. values.Order()];
        Mean = sorted.Length > 0 ? sorted.Average() : 0;
    }

    public bool IsEnough => sorted.Length >= Least;

    public double Mean { get; }

    public double Longest => sorted[^1];

    /// <summary>The mean of so many further calls of the same kind: the sample's mean and, on either side, twice its standard
    /// error and theirs (somewhat more for small samples, as Student's t), at the least a twentieth.</summary>
    public Estimate MeanOfSame(double calls)
    {
        var variance = sorted.Sum(value => (value - Mean) * (value - Mean)) / (sorted.Length - 1);
        var error = (2 + (4.0 / sorted.Length)) * Math.Sqrt(variance * ((1.0 / sorted.Length) + (1 / Math.Max(1, calls))));
        var margin = Math.Max(error, Mean / 20);
        return new(Math.Max(0, Mean - margin), Mean, Mean + margin);
    }

    /// <summary>The mean of calls of another kind: of the sample's single figures four in five lie between its ends.</summary>
    public Estimate MeanOfOthers() => new(Math.Min(Quantile(0.1), Mean), Mean, Math.Max(Quantile(0.9), Mean));

    private double Quantile(double share) => sorted[(int)Math.Round(share * (sorted.Length - 1))];
}
