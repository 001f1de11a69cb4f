using Jinbang.Statistics;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Bench.Coverage;

/// <summary>How often ranges of ranks hold the true rank, and whether chances of being best are what they say.</summary>
internal static class RankCoverage
{
    private const int Models = 40;
    private const int Rounds = 300;
    private static readonly double[] EqualStrengths = [1, 2.8, 4.8];
    private static readonly double[] Steps = [0, 0.02, 0.1, 0.25, 0.5, 1.001];

    /// <summary>Simulates boards of forty models.</summary>
    public static void Measure(IEnumerable<int> sizes, Random random)
    {
        var claims = new List<(int Questions, double Claimed, bool IsBest)>();
        Table.Start(
            $"{Models} models, {Rounds} boards each: 95 % ranges of ranks",
            "questions", "likely: ranks held", "likely: mean width", "leader's claimed chance of being best", "leader is best",
            "proven: boards wholly held", "proven: mean width", "pairs told apart", "of them wrongly");
        foreach (var questions in sizes)
        {
            Table.Row([$"{questions}", .. Rows(questions, random, claims)]);
        }

        Calibration(claims);
    }

    /// <summary>Simulates boards of models that are all equal, where every order that is claimed is wrong.</summary>
    public static void MeasureEquals(int models, int boards, IEnumerable<int> sizes, Random random)
    {
        Table.Start(
            $"{models} equal models, {boards} boards each: boards on which any order is claimed to be proven (may be 0.05)",
            "questions", "true share 0.69", "true share 0.90", "true share 0.98");
        foreach (var questions in sizes)
        {
            Table.Row([$"{questions}", .. EqualStrengths.Select(strength => Table.Share((double)Enumerable.Range(0, boards).Count(round =>
                ProvenRanks.Of(new SimulatedBoard(models, random, strength, 0).Ask(questions), (ulong)round).Ranks.Any(rank => rank != new RankSpan(1, models))) / boards))]);
        }
    }

    private static string[] Rows(int questions, Random random, List<(int Questions, double Claimed, bool IsBest)> claims)
    {
        var (likelyHeld, likelyWidth, claimed, isBest) = (0, 0.0, 0.0, 0);
        var (provenHeld, provenWidth, told, wrongly) = (0, 0.0, 0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var board = new SimulatedBoard(Models, random);
            var scores = board.Ask(questions);
            var likely = LikelyRanks.Of([.. Enumerable.Range(0, Models).Select(model => ClusteredMean.Of(scores.Of(model)))], (ulong)round);
            likelyHeld += Held([.. likely.Select(rank => rank!.Value.Ranks)], board);
            likelyWidth += likely.Average(rank => rank!.Value.Ranks.Last - rank.Value.Ranks.First + 1);
            var leader = likely.Index().MaxBy(rank => rank.Item!.Value.BestChance);
            claimed += leader.Item!.Value.BestChance;
            isBest += board.TrueRanks[leader.Index] == 1 ? 1 : 0;
            claims.AddRange(likely.Select((rank, model) => (questions, rank!.Value.BestChance, board.TrueRanks[model] == 1)));

            var proven = ProvenRanks.Of(scores, (ulong)round);
            provenHeld += Held(proven.Ranks, board) == Models ? 1 : 0;
            provenWidth += proven.Ranks.Average(rank => rank.Last - rank.First + 1);
            var pairs = Enumerable.Range(0, Models).SelectMany(one => Enumerable.Range(0, Models)
                .Where(other => proven.IsAbove(one, other)).Select(other => (one, other))).ToList();
            told += pairs.Count;
            wrongly += pairs.Count(pair => board.TrueShares[pair.one] <= board.TrueShares[pair.other]);
        }

        return
        [
            Table.Share((double)likelyHeld / Models / Rounds), Table.Short(likelyWidth / Rounds), Table.Share(claimed / Rounds), Table.Share((double)isBest / Rounds),
            Table.Share((double)provenHeld / Rounds), Table.Short(provenWidth / Rounds), Table.Share(told / (Models * (Models - 1) / 2.0) / Rounds), $"{wrongly}",
        ];
    }

    private static void Calibration(List<(int Questions, double Claimed, bool IsBest)> claims)
    {
        Table.Start("Chance of being best: what is claimed, and how often it is so (all models of the boards above)",
            "questions", "claimed", "models", "mean claim", "are best");
        foreach (var size in claims.GroupBy(claim => claim.Questions))
        {
            foreach (var (from, to) in Steps.Zip(Steps.Skip(1)))
            {
                var inside = size.Where(claim => claim.Claimed >= from && claim.Claimed < to).ToList();
                if (inside.Count > 0)
                {
                    Table.Row(
                        $"{size.Key}", FormattableString.Invariant($"{from} to {Math.Min(1, to)}"), $"{inside.Count}",
                        Table.Share(inside.Average(claim => claim.Claimed)), Table.Share(inside.Average(claim => claim.IsBest ? 1.0 : 0)));
                }
            }
        }
    }

    private static int Held(IReadOnlyList<RankSpan> ranks, SimulatedBoard board) =>
        ranks.Zip(board.TrueRanks, (range, rank) => range.First <= rank && rank <= range.Last ? 1 : 0).Sum();
}
