namespace Jinbang.Statistics.Ranking;

/// <summary>The ranks that models likely have: their true shares are drawn many times from what the answers leave
/// possible, and ranked each time.</summary>
/// <remarks>Each true share is drawn from its Beta posterior with a prior fitted to all models of the board
/// (<see cref="BetaPrior"/>): with few questions this covers the true rank where bootstrapping the questions does not.</remarks>
public static class LikelyRanks
{
    // So many leave the ends of a range, and chances, steady to about a hundredth. Among hundreds of models the ends of ranges
    // are no steadier than the ranks are meaningful, and draws take their time.
    private const int UsualDraws = 4000;
    private const int ManyModels = 100;
    private const int FewDraws = 1000;

    private const double Level = 0.95;

    /// <summary>The likely rank of each model among those that are measured.</summary>
    /// <param name="models">What each model achieved; numbers of trials may differ.</param>
    /// <param name="seed">The same seed gives the same ranks on any number of cores.</param>
    /// <param name="draws">How many draws, at least 1; by default as many as the number of models deserves.</param>
    /// <returns>In the order given; null for models that are not measured.</returns>
    public static IReadOnlyList<LikelyRank?> Of(IReadOnlyList<Estimate> models, ulong seed, int? draws = null)
    {
        var prior = BetaPrior.Of(models);
        var measured = Measured([.. models]);
        var beliefs = Array.ConvertAll(measured, model => Shapes(prior.After(models[model])));
        return Ranked(models.Count, measured, draws, (draw, values) =>
        {
            var random = new RandomStream(seed, draw);
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = random.Odds(beliefs[i].Successes, beliefs[i].Failures);
            }
        });
    }

    /// <summary>The likely rank of each model's total. The same place among the parts of all models is the same exam: it has a prior of its own.</summary>
    /// <param name="models">What each model achieved in each part.</param>
    /// <param name="seed">The same seed gives the same ranks on any number of cores.</param>
    /// <param name="draws">How many draws, at least 1; by default as many as the number of models deserves.</param>
    /// <returns>In the order given; null for models no part of which is measured.</returns>
    public static IReadOnlyList<LikelyRank?> OfComposites(IReadOnlyList<Composite> models, ulong seed, int? draws = null)
    {
        var parts = models.Select(model => model.Parts.Count).DefaultIfEmpty().Max();
        var priors = Enumerable.Range(0, parts)
            .Select(part => BetaPrior.Of(models.Where(model => part < model.Parts.Count).Select(model => model.Parts[part]))).ToArray();
        var measured = Measured([.. models.Select(model => model.Total)]);
        var beliefs = Array.ConvertAll(measured, model => models[model].Parts.Select((part, at) => Shapes(priors[at].After(part))).ToArray());
        return Ranked(models.Count, measured, draws, (draw, values) =>
        {
            var random = new RandomStream(seed, draw);
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = Drawn(models[measured[i]], beliefs[i], ref random);
            }
        });
    }

    private static double Drawn(Composite model, (GammaShape Successes, GammaShape Failures)[] beliefs, ref RandomStream random)
    {
        var mean = new WeightedMean();
        for (var part = 0; part < model.Parts.Count; part++)
        {
            if (model.Counts(part))
            {
                var odds = random.Odds(beliefs[part].Successes, beliefs[part].Failures);
                mean.Add(1 - 1 / (1 + odds), model.Weights[part]);
            }
        }

        return mean.Value ?? 0;
    }

    private static (GammaShape Successes, GammaShape Failures) Shapes(BetaShape belief) => (new GammaShape(belief.A), new GammaShape(belief.B));

    // By their shares: so only among equals it matters in which order models are given, and draws are nearly sorted, which makes ranking them faster.
    private static int[] Measured(Estimate[] models) =>
        [.. Enumerable.Range(0, models.Length).Where(model => models[model].IsMeasured).OrderBy(model => models[model].Smoothed)];

    private static LikelyRank?[] Ranked(int models, int[] measured, int? draws, DrawnRanks.Draw draw)
    {
        var count = draws ?? (measured.Length > ManyModels ? FewDraws : UsualDraws);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(draws));
        var ranks = DrawnRanks.Of(measured.Length, count, draw);
        var likely = new LikelyRank?[models];
        for (var i = 0; i < measured.Length; i++)
        {
            likely[measured[i]] = new LikelyRank(ranks.Middle(i, Level), ranks.BestShare(i));
        }

        return likely;
    }
}
