using Jinbang.Boards.Ranks;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Boards.Rollups;

/// <summary>Counts which ranks come up in draws of scores.</summary>
internal sealed class RankTally
{
    private readonly int[] ranks;
    private readonly int[,] counts;
    private int draws;

    /// <param name="scores">The scores that the draws are about.</param>
    public RankTally(double[] scores)
    {
        ranks = Ranks(scores);
        counts = new int[scores.Length, scores.Length + 1];
    }

    /// <summary>A place's rank without drawing: one more than there are better scores.</summary>
    public int RankOf(int place) => ranks[place];

    /// <summary>Counts one draw.</summary>
    public void Add(double[] scores)
    {
        draws++;
        foreach (var (rank, place) in Ranks(scores).Select((rank, place) => (rank, place)))
        {
            counts[place, rank]++;
        }
    }

    /// <summary>How often a place had a rank, 0 to 1.</summary>
    public double Share(int place, int rank) => (double)counts[place, rank] / draws;

    /// <summary>The ranks between two quantiles of a place's draws.</summary>
    public RankSpan Range(int place, double low, double high) => new(Quantile(place, low), Quantile(place, high));

    /// <summary>The lowest rank that at least this share of draws does not exceed.</summary>
    private int Quantile(int place, double share)
    {
        var (rank, seen) = (0, 0);
        while (seen < share * draws || seen == 0)
        {
            seen += counts[place, ++rank];
        }

        return rank;
    }

    private static int[] Ranks(double[] scores)
    {
        var order = Enumerable.Range(0, scores.Length).ToArray();
        Array.Sort(order, (left, right) => scores[right].CompareTo(scores[left]));
        var ranks = new int[scores.Length];
        for (var i = 0; i < order.Length; i++)
        {
            ranks[order[i]] = i > 0 && scores[order[i]] == scores[order[i - 1]] ? ranks[order[i - 1]] : i + 1;
        }

        return ranks;
    }
}
