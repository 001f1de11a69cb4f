using Jinbang.Boards.Ranks;
using Jinbang.Statistics;
using Jinbang.Statistics.Ranking;
using MathNet.Numerics.Distributions;

namespace Jinbang.Boards.Rollups;

/// <summary>Finds by drawing how far the ranks of a roll-up rest on chance and on its weights.</summary>
/// <param name="combination">Combines scores.</param>
/// <param name="seed">The seed of the draws.</param>
internal sealed class RankDraws(Combination combination, int seed)
{
    /// <summary>How closely drawn weights keep to those that they are drawn around: those of equal parts differ by half
    /// from draw to draw, more or less.</summary>
    public const double Concentration = 4;

    private const int Draws = 1000;

    // Half of a 95 % interval, in standard errors.
    private static readonly double Reach = Statistics.Normal.TwoSided(0.95);

    /// <summary>The same rows with likely ranks, chances of being best and rank stability.</summary>
    /// <param name="group">What the board is about.</param>
    /// <param name="rows">Its rows in the order of their ranks.</param>
    /// <param name="models">The models of the rows.</param>
    public IReadOnlyList<BoardRow> Added(Branch group, IReadOnlyList<BoardRow> rows, IReadOnlyList<int> models)
    {
        var ranked = rows.Count(row => row.Accuracy is not null);
        var likely = ByChance([.. rows.Take(ranked)]);
        var stable = group.Parts.Count > 1 && ranked > 1 ? ByWeights(group, [.. models.Take(ranked)]) : null;
        return
        [
            .. rows.Select((row, place) => place >= ranked ? row : row with
            {
                LikelyRank = likely?.Range(place, 0.025, 0.975),
                BestChance = likely?.Share(place, 1),
                Stability = stable is null ? null : new StableRank(stable.Range(place, 0.05, 0.95), stable.Share(place, stable.RankOf(place))),
            }),
        ];
    }

    /// <summary>Ranks when scores move within their intervals, each side by itself; null when some interval is unknown.</summary>
    private RankTally? ByChance(IReadOnlyList<BoardRow> rows)
    {
        if (rows.Count < 2 || rows.Any(row => row.AccuracyInterval is null))
        {
            return null;
        }

        var chance = new Random(seed);
        var tally = new RankTally([.. rows.Select(row => row.Accuracy!.Value)]);
        for (var draw = 0; draw < Draws; draw++)
        {
            tally.Add([.. rows.Select(row => Drawn(row.Accuracy!.Value, row.AccuracyInterval!.Value, MathNet.Numerics.Distributions.Normal.Sample(chance, 0, 1)))]);
        }

        return tally;
    }

    private static double Drawn(double score, Interval interval, double z) =>
        score + z / Reach * (z < 0 ? score - interval.Low : interval.High - score);

    /// <summary>Ranks when the weights of parts are drawn from a Dirichlet distribution around what they are.</summary>
    private RankTally ByWeights(Branch group, IReadOnlyList<int> models)
    {
        var chance = new Random(seed);
        var parts = models.Select(model => PartsOf(group, model)).ToList();
        var tally = new RankTally([.. parts.Select(own => Weighted(own, part => part.Weight))]);
        var usual = Normalised(group, parts);
        for (var draw = 0; draw < Draws; draw++)
        {
            var factors = usual.ToDictionary(
                part => part.Key,
                part => part.Value > 0 ? Gamma.Sample(chance, Concentration * usual.Count * part.Value, 1) / part.Value : 0,
                ReferenceEqualityComparer.Instance);
            tally.Add([.. parts.Select(own => Weighted(own, part => part.Weight * factors[part.Part]))]);
        }

        return tally;
    }

    private List<(Branch Part, double Weight, double Score)> PartsOf(Branch group, int model) =>
        [.. combination.Parts(group, model, pooled: false).Select(part => (part.Part, part.Weight, combination.ScoreIn(part.Part, model) ?? 0))];

    private static Dictionary<object, double> Normalised(Branch group, IEnumerable<List<(Branch Part, double Weight, double Score)>> parts)
    {
        var weights = parts.SelectMany(own => own).GroupBy(part => part.Part, part => part.Weight, ReferenceEqualityComparer.Instance)
            .ToDictionary(part => part.Key!, part => part.Max(), ReferenceEqualityComparer.Instance);
        var total = weights.Values.Sum();
        return weights.ToDictionary(part => part.Key, part => total > 0 ? part.Value / total : 0, ReferenceEqualityComparer.Instance);
    }

    private static double Weighted(List<(Branch Part, double Weight, double Score)> parts, Func<(Branch Part, double Weight, double Score), double> weight)
    {
        var (sum, total) = (0.0, 0.0);
        foreach (var part in parts)
        {
            var drawn = weight(part);
            sum += drawn * part.Score;
            total += drawn;
        }

        return total > 0 ? sum / total : 0;
    }
}
