using CsCheck;
using Jinbang.Statistics;

namespace Jinbang.Tests.Statistics;

public class KappaTests
{
    [Fact]
    public void Fifty_proposals_of_two_readers_agree_to_0_4() =>
        Assert.Equal(0.4, Kappa.Cohen(Table(["yes", "no"], [20, 5], [10, 15]))!.Value, 12);

    /// <summary>Cohen 1968, table 1: 200 patients, diagnoses by two psychiatrists, in per cent; κ .492, weighted .348.</summary>
    [Fact]
    public void The_diagnoses_of_Cohen_s_paper_agree_to_0_492_and_weighted_to_0_348()
    {
        var diagnoses = Table(["disorder", "neurosis", "psychosis"], [44, 5, 1], [7, 20, 3], [9, 5, 6]);
        var weights = new Dictionary<(string, string), double>
        {
            [("disorder", "neurosis")] = 1,
            [("disorder", "psychosis")] = 3,
            [("neurosis", "psychosis")] = 6,
        };
        double Weight(string first, string second) => weights.GetValueOrDefault((first, second), weights.GetValueOrDefault((second, first)));

        Assert.Equal(0.492, Kappa.Cohen(diagnoses)!.Value, 3);
        Assert.Equal(0.348, Kappa.Weighted(diagnoses, Weight)!.Value, 3);
    }

    /// <summary>The worked example of fourteen raters and ten items that accompanies Fleiss 1971: κ .210.</summary>
    [Fact]
    public void Fourteen_raters_of_ten_items_agree_to_0_210()
    {
        int[][] counts =
        [
            [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
        ];
        var ratings = counts.Select(item => item.SelectMany((count, category) => Enumerable.Repeat(category, count)).ToArray()).ToArray();

        Assert.Equal(0.210, Kappa.Fleiss<int>(ratings)!.Value, 3);
    }

    /// <summary>By hand: squares of differences 0, 1, 0, 1 sum to 2; of all 16 pairs of what the two say to 22; 1 − 2·4/22.</summary>
    [Fact]
    public void A_disagreement_of_numbers_counts_by_its_square() =>
        Assert.Equal(7.0 / 11, Kappa.Quadratic([(0, 0), (1, 2), (2, 2), (2, 1)])!.Value, 12);

    [Fact]
    public void Where_everybody_always_says_the_same_kappa_is_unknown()
    {
        Assert.Null(Kappa.Cohen<string>([]));
        Assert.Null(Kappa.Cohen([("A", "A"), ("A", "A")]));
        Assert.Null(Kappa.Fleiss<int>([[1, 1], [1, 1]]));
        Assert.Equal(0, Kappa.Cohen([("A", "B"), ("A", "B")]));
    }

    [Fact]
    public void Kappa_is_the_same_whoever_comes_first_and_1_only_when_all_agree() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4]).List[2, 40].Sample(pairs =>
        {
            var ratings = pairs.Select(pair => ((double)pair.Item1, (double)pair.Item2)).ToList();
            var turned = ratings.Select(pair => (pair.Item2, pair.Item1)).ToList();
            var (plain, quadratic) = (Kappa.Cohen(ratings), Kappa.Quadratic(ratings));
            var allAgree = ratings.All(pair => pair.Item1 == pair.Item2);
            return Near(plain, Kappa.Cohen(turned)) && Near(quadratic, Kappa.Quadratic(turned))
                && (plain is null || (plain == 1) == allAgree) && (quadratic is null || (quadratic == 1) == allAgree) && plain is null or <= 1;
        });

    [Fact]
    public void Two_raters_agree_about_as_Cohen_says_when_Fleiss_counts_them() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2]).List[30, 60].Sample(pairs =>
        {
            var fleiss = Kappa.Fleiss<int>([.. pairs.Select(pair => (int[])[pair.Item1, pair.Item2])]);
            var cohen = Kappa.Cohen(pairs);
            // Fleiss' chance agreement pools the raters, which makes it the larger one: his kappa is never above Cohen's.
            return fleiss is null || cohen is null || fleiss <= cohen + 1e-9;
        });

    private static bool Near(double? one, double? other) => one is null ? other is null : Math.Abs(one.Value - other!.Value) < 1e-9;

    private static List<(string, string)> Table(string[] names, params int[][] counts) =>
        [.. counts.SelectMany((row, first) => row.SelectMany((count, second) => Enumerable.Repeat((names[first], names[second]), count)))];
}
