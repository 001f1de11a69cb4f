namespace Jinbang.Statistics;

/// <summary>A weighted mean of independent estimates, such as a total over exams.</summary>
/// <param name="Parts">The parts; those that are not measured are left out, and the others' weights count for more.</param>
/// <param name="Weights">What each part counts for, not negative; any sum.</param>
public sealed record Composite(IReadOnlyList<Estimate> Parts, IReadOnlyList<double> Weights)
{
    /// <summary>The weighted mean with the uncertainty that the parts leave it: variances add with the squares of the
    /// weights, and the effective trials are those with which one share would be as uncertain.</summary>
    /// <remarks>Each part's variance is that of <see cref="Estimate.StandardError"/>, so that perfect parts do not make a certain total.</remarks>
    public Estimate Total
    {
        get
        {
            var (weight, value, smoothed, variance) = (0.0, 0.0, 0.0, 0.0);
            for (var part = 0; part < Parts.Count; part++)
            {
                if (Counts(part))
                {
                    weight += Weights[part];
                    value += Weights[part] * Parts[part].Value;
                    smoothed += Weights[part] * Parts[part].Smoothed;
                    variance += Math.Pow(Weights[part] * Parts[part].StandardError, 2);
                }
            }

            var centre = smoothed / weight;
            return weight > 0
                ? new Estimate(Math.Min(1, value / weight), centre * (1 - centre) * weight * weight / variance)
                : Estimate.None;
        }
    }

    /// <summary>Whether a part counts.</summary>
    internal bool Counts(int part) => Parts[part].IsMeasured && Weights[part] > 0;
}
