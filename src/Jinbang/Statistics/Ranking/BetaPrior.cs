namespace Jinbang.Statistics.Ranking;

/// <summary>What the models of a board tell about a model before its own answers are seen (empirical Bayes).</summary>
internal static class BetaPrior
{
    private const double LeastSpread = 1e-4;
    private const double MostTrials = 500;

    /// <summary>The Beta distribution of the models' true shares, by moments: mean m of the measured shares, τ² = their
    /// variance less that of chance, mean of p(1 − p)/(n − 1), at least 1e-4; as strong as c = m(1 − m)/τ² − 1 trials, 1 to 500.</summary>
    /// <remarks>Where all shares are 0 or all are 1, half a trial of the other kind is counted, since no rate is known to be that.</remarks>
    public static BetaShape Of(IEnumerable<Estimate> models)
    {
        var measured = models.Where(model => model.IsMeasured).ToList();
        if (measured.Count == 0)
        {
            return new BetaShape(0.5, 0.5);
        }

        var least = 0.5 / (measured.Sum(model => model.Trials) + 1);
        var mean = Math.Clamp(measured.Average(model => model.Value), least, 1 - least);
        var spread = measured.Count > 1 ? Variance.Sample([.. measured.Select(model => model.Value)]) : 0;
        var chance = measured.Average(model => model.Value * (1 - model.Value) / Math.Max(1, model.Trials - 1));
        var trials = Math.Clamp(mean * (1 - mean) / Math.Max(spread - chance, LeastSpread) - 1, 1, MostTrials);
        return new BetaShape(mean * trials, (1 - mean) * trials);
    }
}
