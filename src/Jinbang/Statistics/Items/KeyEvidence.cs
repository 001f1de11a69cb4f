namespace Jinbang.Statistics.Items;

/// <summary>What the picks of strong models say for and against an item's key. Models share errors, so it is never proof.</summary>
/// <param name="Rival">The options, besides the key, that the weight of models is for, A as the lowest bit; 0 when nobody picked anything else.</param>
/// <param name="Margin">Log-odds of the rival against the key: above 0 the models speak against the key.</param>
/// <param name="KeyChance">The chance of the key being right if models erred independently, 0 to 1.</param>
public readonly record struct KeyEvidence(uint Rival, double Margin, double KeyChance)
{
    /// <summary>Weighs each pick by the log-odds of its model being right, ln(A·(L − 1)/(1 − A)), where A is its smoothed
    /// share of keys met and L the number of possible answers: the most likely answer if models err independently and
    /// evenly (Nitzan &amp; Paroush 1982, Int. Econ. Rev. 23:289–297).</summary>
    /// <param name="picks">What models picked.</param>
    /// <param name="keys">The right options of each item, A as the lowest bit; 0 for items without options.</param>
    /// <param name="choices">How many answers are possible to each item.</param>
    /// <returns>Null for items without options, and where nothing was picked.</returns>
    public static KeyEvidence?[] Of(PickMatrix picks, IReadOnlyList<uint> keys, IReadOnlyList<int> choices)
    {
        var skills = Enumerable.Range(0, picks.Models).Select(model => SkillOf(picks, keys, model)).ToArray();
        var evidence = new KeyEvidence?[picks.Items];
        var weights = new List<(uint Answer, double Weight)>();
        for (var item = 0; item < evidence.Length; item++)
        {
            if (keys[item] != 0 && choices[item] > 1)
            {
                Weigh(picks, item, skills, Math.Log(choices[item] - 1), weights);
                evidence[item] = weights.Count > 0 ? Of(weights, keys[item], choices[item]) : null;
            }
        }

        return evidence;
    }

    private static KeyEvidence Of(List<(uint Answer, double Weight)> weights, uint key, int choices)
    {
        var forKey = weights.Find(answer => answer.Answer == key).Weight;
        var (rival, most) = weights.Where(answer => answer.Answer != key).DefaultIfEmpty().MaxBy(answer => answer.Weight);
        // Answers that nobody picked weigh nothing: they are all alike.
        var top = Math.Max(0, Math.Max(forKey, most));
        var unpicked = Math.Max(0, choices - weights.Count);
        var all = weights.Sum(answer => Math.Exp(answer.Weight - top)) + unpicked * Math.Exp(-top)
            + (weights.Exists(answer => answer.Answer == key) || unpicked > 0 ? 0 : Math.Exp(-top));
        return new(rival, most - forKey, Math.Exp(forKey - top) / all);
    }

    private static void Weigh(
        PickMatrix picks, int item, double[] skills, double choice, List<(uint Answer, double Weight)> weights)
    {
        weights.Clear();
        for (var model = 0; model < picks.Models; model++)
        {
            var picked = picks.Of(model, item);
            var read = picked.Length - picked.Count(0u);
            foreach (var answer in picked)
            {
                if (answer == 0)
                {
                    continue;
                }

                var weight = (skills[model] + choice) / read;
                var known = weights.FindIndex(other => other.Answer == answer);
                if (known < 0)
                {
                    weights.Add((answer, weight));
                }
                else
                {
                    weights[known] = (answer, weights[known].Weight + weight);
                }
            }
        }
    }

    /// <summary>ln(A/(1 − A)) of a model.</summary>
    private static double SkillOf(PickMatrix picks, IReadOnlyList<uint> keys, int model)
    {
        var (met, read) = (0, 0);
        for (var item = 0; item < picks.Items; item++)
        {
            foreach (var answer in picks.Of(model, item))
            {
                if (answer != 0 && keys[item] != 0)
                {
                    read++;
                    met += answer == keys[item] ? 1 : 0;
                }
            }
        }

        return Math.Log((met + 1.0) / (read - met + 1.0));
    }
}
