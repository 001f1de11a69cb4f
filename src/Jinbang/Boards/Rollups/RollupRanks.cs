using Jinbang.Statistics;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Boards.Rollups;

/// <summary>Finds by drawing how far the ranks of a roll-up rest on chance and on its weights.</summary>
/// <param name="combination">Combines scores.</param>
/// <param name="settings">How roll-ups are made.</param>
internal sealed class RollupRanks(Combination combination, RollupSettings settings)
{
    /// <summary>How closely drawn weights keep to those that they are drawn around, for each part: those of equal parts
    /// vary by about half of what they are.</summary>
    public const double Concentration = 4;

    // An interval reaches so many standard errors to both sides.
    private static readonly double Reach = Normal.TwoSided(0.95);

    /// <summary>The same rows with likely ranks, chances of being best and rank stability.</summary>
    /// <param name="group">What the board is about.</param>
    /// <param name="rows">Its rows in the order of their ranks, those without a total last.</param>
    /// <param name="models">The models of the rows.</param>
    public IReadOnlyList<BoardRow> Added(Branch group, IReadOnlyList<BoardRow> rows, IReadOnlyList<int> models)
    {
        var ranked = rows.Count(row => row.Accuracy is not null);
        if (ranked < 2)
        {
            return rows;
        }

        var likely = LikelyRanks.Of([.. rows.Take(ranked).Select(EstimateOf)], settings.Seed, settings.Draws);
        var stable = group.Parts.Count > 1 ? Stable(group, [.. models.Take(ranked)]) : null;
        return
        [
            .. rows.Select((row, place) => place >= ranked ? row : row with
            {
                LikelyRank = likely[place]?.Ranks,
                BestChance = likely[place]?.BestChance,
                Stability = stable?[place],
            }),
        ];
    }

    private static Estimate EstimateOf(BoardRow row) => row is { Accuracy: { } score, AccuracyInterval: { } interval } && interval.High > interval.Low
        ? Estimate.OfStandardError(score, (interval.High - interval.Low) / 2 / Reach)
        : Estimate.None;

    private IReadOnlyList<StableRank?> Stable(Branch group, IReadOnlyList<int> models)
    {
        var weights = new double[group.Parts.Count];
        var scores = models.Select(_ => Enumerable.Repeat(double.NaN, weights.Length).ToArray()).ToList();
        for (var place = 0; place < models.Count; place++)
        {
            foreach (var (part, weight) in combination.Parts(group, models[place], pooled: false))
            {
                var at = group.Parts.ToList().IndexOf(part);
                weights[at] = Math.Max(weights[at], weight);
                scores[place][at] = combination.ScoreIn(part, models[place]) ?? double.NaN;
            }
        }

        return RankStability.Of(scores, weights, Concentration * weights.Length, settings.Seed, settings.Draws ?? RankStability.UsualDraws);
    }
}
