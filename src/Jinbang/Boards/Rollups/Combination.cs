using Jinbang.Boards.Taxonomies;
using Jinbang.Statistics;

namespace Jinbang.Boards.Rollups;

/// <summary>Combines what models have on exams into what they have on groups.</summary>
/// <param name="grid">What every model has on every exam.</param>
/// <param name="root">The groups.</param>
/// <param name="rules">What is done where the taxonomy does not say.</param>
internal sealed class Combination(ScoreGrid grid, Branch root, RollupRules rules)
{
    private readonly Dictionary<string, Branch> groups = root.All
        .Where(group => group.Node is not null).DistinctBy(group => group.Node!.Id).ToDictionary(group => group.Node!.Id);

    /// <summary>A model's score on a group, 0 to 1; null when it has none on some part that counts.</summary>
    public double? Score(Branch whole, int model, bool pooled = false)
    {
        if (whole.Leaf is { } leaf)
        {
            return grid.At(leaf, model).Score ?? (rules is RollupRules.Seed ? 0 : null);
        }

        pooled |= whole.Node!.Rule is CombinationRule.Pooled;
        return Mean(Parts(whole, model, pooled), part => ScoreIn(part, model, pooled));
    }

    /// <summary>A model's score on a part as the whole counts it: what stands in for it, or its own.</summary>
    public double? ScoreIn(Branch part, int model, bool pooled = false) => StandsIn(part, model) is { } others
        ? part.Node!.StandIn!.Factor * others.Average(other => Score(other, model))
        : Score(part, model, pooled);

    /// <summary>What a model's replies took on a group: seconds, tokens or yuan; null when it is unknown for some part.</summary>
    /// <param name="whole">The group.</param>
    /// <param name="model">The model.</param>
    /// <param name="measure">What is measured, as an exam's row has it.</param>
    /// <param name="pooled">Whether a group above goes by questions.</param>
    public double? Effort(Branch whole, int model, Func<BoardRow, double?> measure, bool pooled = false)
    {
        if (whole.Leaf is { } leaf)
        {
            return grid.At(leaf, model).Row is { } row ? measure(row) : null;
        }

        if (rules is RollupRules.Seed)
        {
            // Boards that give no such figure for any model have no part in it: agent boards never do.
            var given = whole.Parts.Where(part => !IsExcluded(part, model) && part.Leaves.Any(exam => grid.Exams[exam].Rows.Any(row => measure(row) is not null)));
            return Mean(given.Select(part => (part, 1.0)), part => Effort(part, model, measure));
        }

        pooled |= whole.Node!.Rule is CombinationRule.Pooled;
        return Mean(Parts(whole, model, pooled), part => Effort(part, model, measure, pooled));
    }

    /// <summary>What each exam counts for in a model's score on a group.</summary>
    public double[] Shares(Branch whole, int model)
    {
        var shares = new double[grid.Exams.Count];
        SpreadIn(shares, whole, model, 1, pooled: false);
        return shares;
    }

    /// <summary>The parts that count for a model, with their weights. A part all of whose exams are excluded does not.</summary>
    public IReadOnlyList<(Branch Part, double Weight)> Parts(Branch whole, int model, bool pooled) =>
    [
        .. whole.Parts.Where(part => !IsExcluded(part, model)).Select(part => (part, pooled ? Questions(part, model) : whole.Node!.Rule switch
        {
            CombinationRule.Mean => 1,
            CombinationRule.Weights => part.Weight,
            CombinationRule.Pooled => Questions(part, model),
        })),
    ];

    /// <summary>What the parts of a group count for where nothing is excluded.</summary>
    public IEnumerable<PartWeight> Weights(Branch whole) => whole.Node is not { Rule: var rule } ? [] : whole.Parts.Select(part => new PartWeight(part.Name, rule switch
    {
        CombinationRule.Mean => 1,
        CombinationRule.Weights => part.Weight,
        CombinationRule.Pooled => part.Leaves.Sum(leaf => QuestionWeight.QuestionsOf(grid.Exams[leaf])),
    }));

    /// <summary>What the model's score on a group or exam is.</summary>
    public ScoreState State(Branch whole, int model)
    {
        var isKnown = Score(whole, model) is not null;
        var states = whole.Leaves.Select(leaf => grid.At(leaf, model).State).ToHashSet();
        return states.SetEquals([ScoreState.Excluded]) ? ScoreState.Excluded
            : !isKnown || !states.Overlaps([ScoreState.Measured, ScoreState.Estimated]) && StandsIn(whole, model) is null ? ScoreState.Unmeasured
            : states.Contains(ScoreState.Estimated) || StoodIn(whole, model) ? ScoreState.Estimated
            : ScoreState.Measured;
    }

    /// <summary>Where a model's score on a group may lie, 95 %; null when that is unknown for some exam.</summary>
    /// <remarks>Exams' errors are taken as independent, each side by itself (Zou &amp; Donner 2008, Stat. Med. 27:1693–1702,
    /// method MOVER); those of one model's estimates as partly the same.</remarks>
    public Interval? Interval(Branch whole, int model)
    {
        if (ScoreIn(whole, model) is not { } score)
        {
            return null;
        }

        var (below, above) = (new Reach(), new Reach());
        var weights = Shares(whole, model);
        for (var leaf = 0; leaf < weights.Length; leaf++)
        {
            if (weights[leaf] == 0)
            {
                continue;
            }

            ref var cell = ref grid.At(leaf, model);
            if (cell is not { Interval: { } interval, Score: { } centre })
            {
                return null;
            }

            below.Add(weights[leaf] * (centre - interval.Low), cell.Shared);
            above.Add(weights[leaf] * (interval.High - centre), cell.Shared);
        }

        return new(Math.Max(0, score - below.Value), Math.Min(1, score + above.Value));
    }

    /// <summary>Whether some part beneath is made from other parts.</summary>
    public bool StoodIn(Branch whole, int model) =>
        StandsIn(whole, model) is not null || whole.Parts.Any(part => !IsExcluded(part, model) && StoodIn(part, model));

    /// <summary>Gives a share to what stands in for a part, or to its own exams.</summary>
    private void SpreadIn(double[] shares, Branch part, int model, double share, bool pooled)
    {
        if (StandsIn(part, model) is { } others)
        {
            others.ForEach(other => Spread(shares, other, model, share * part.Node!.StandIn!.Factor / others.Count, pooled: false));
            return;
        }

        Spread(shares, part, model, share, pooled);
    }

    private void Spread(double[] shares, Branch whole, int model, double share, bool pooled)
    {
        if (whole.Leaf is { } leaf)
        {
            shares[leaf] += share;
            return;
        }

        pooled |= whole.Node!.Rule is CombinationRule.Pooled;
        var parts = Parts(whole, model, pooled);
        var total = parts.Sum(part => part.Weight);
        foreach (var (part, weight) in parts.Where(_ => total > 0))
        {
            SpreadIn(shares, part, model, share * weight / total, pooled);
        }
    }

    /// <summary>The groups whose scores stand in for one that the model was never examined in; null when none do.</summary>
    public List<Branch>? StandsIn(Branch part, int model)
    {
        if (rules is not RollupRules.Seed || part.Node?.StandIn is not { } standIn || part.Leaves.Any(leaf => grid.At(leaf, model).Score > 0))
        {
            return null;
        }

        var others = standIn.Of.Select(id => groups.GetValueOrDefault(id)).OfType<Branch>().ToList();
        return others.Count == standIn.Of.Count ? others : null;
    }

    private bool IsExcluded(Branch part, int model) => part.Leaves.All(leaf => grid.At(leaf, model).State is ScoreState.Excluded);

    private double Questions(Branch part, int model) =>
        part.Leaves.Where(leaf => grid.At(leaf, model).State is not ScoreState.Excluded).Sum(leaf => QuestionWeight.QuestionsOf(grid.Exams[leaf]));

    private static double? Mean(IEnumerable<(Branch Part, double Weight)> parts, Func<Branch, double?> score)
    {
        var (sum, total) = (0.0, 0.0);
        foreach (var (part, weight) in parts)
        {
            if (score(part) is not { } known)
            {
                return null;
            }

            sum += weight * known;
            total += weight;
        }

        return total > 0 ? sum / total : null;
    }
}
