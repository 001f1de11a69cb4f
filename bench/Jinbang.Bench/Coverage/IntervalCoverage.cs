using Jinbang.Statistics;
using Jinbang.Statistics.Pairs;
using MathNet.Numerics.Distributions;

namespace Jinbang.Bench.Coverage;

/// <summary>How often 95 % intervals hold the truth.</summary>
internal static class IntervalCoverage
{
    private const double Level = 0.95;
    private const int Rounds = 4000;
    private const int ClusterSize = 5;
    private static readonly double[] Shares = [0.3, 0.5, 0.7, 0.85, 0.95, 0.98];

    /// <summary>Of right and wrong answers to independent questions: exact, by the binomial distribution, over true shares from 0.02 to 0.995.</summary>
    public static void Independent(IEnumerable<int> sizes)
    {
        Table.Start("Independent questions (exact): mean / least coverage over true shares 0.02 to 0.995", "questions", "Wilson", "Clopper–Pearson");
        foreach (var questions in sizes)
        {
            Table.Row(
                $"{questions}",
                Exact(questions, successes => Intervals.Wilson(successes, questions, Level)),
                Exact(questions, successes => Intervals.ClopperPearson(successes, questions, Level)));
        }
    }

    /// <summary>Of questions in clusters of five, each cluster having a share of its own.</summary>
    public static void Clustered(IEnumerable<int> sizes, Random random)
    {
        Table.Start(
            $"Clusters of {ClusterSize} questions, {Rounds} rounds each: mean / least coverage over true shares {string.Join(", ", Shares)}",
            "questions", "correlation in a cluster", "Wilson, clusters ignored", "Wilson, effective trials");
        foreach (var questions in sizes)
        {
            foreach (var correlation in (double[])[0.01, 0.2, 0.5, 0.9])
            {
                var covered = Shares.Select(share => Clustered(questions, share, correlation, random)).ToList();
                Table.Row(
                    $"{questions}", $"{correlation}",
                    $"{Table.Share(covered.Average(c => c.Ignored))} / {Table.Share(covered.Min(c => c.Ignored))}",
                    $"{Table.Share(covered.Average(c => c.Effective))} / {Table.Share(covered.Min(c => c.Effective))}");
            }
        }
    }

    /// <summary>Of the difference between two models on the same questions, and of a total over five exams.</summary>
    public static void Combined(IEnumerable<int> sizes, Random random)
    {
        Table.Start(
            $"{Rounds} rounds each: a paired difference (two models of a simulated board), and a total over five exams of so many questions with weights 1 to 5",
            "questions", "paired difference", "its mean width", "total of exams", "its mean width");
        foreach (var questions in sizes)
        {
            var (paired, pairedWidth) = Paired(questions, random);
            var (total, totalWidth) = Total(questions, random);
            Table.Row($"{questions}", Table.Share(paired), Table.Share(pairedWidth), Table.Share(total), Table.Share(totalWidth));
        }
    }

    private static string Exact(int questions, Func<int, Interval> interval)
    {
        var intervals = Enumerable.Range(0, questions + 1).Select(interval).ToList();
        var covered = Enumerable.Range(0, 1951).Select(step => 0.02 + step * 0.0005).Select(share => Enumerable.Range(0, questions + 1)
            .Where(successes => Holds(intervals[successes], share)).Sum(successes => Binomial.PMF(share, questions, successes))).ToList();
        return $"{Table.Share(covered.Average())} / {Table.Share(covered.Min())}";
    }

    private static (double Ignored, double Effective) Clustered(int questions, double share, double correlation, Random random)
    {
        var clusters = Enumerable.Range(0, questions).Select(question => question / ClusterSize).ToArray();
        var strength = 1 / correlation - 1;
        var points = new float[questions];
        var (ignored, effective) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var rate = 0.0;
            for (var question = 0; question < questions; question++)
            {
                rate = question % ClusterSize == 0 ? Beta.Sample(random, share * strength, (1 - share) * strength) : rate;
                points[question] = random.NextDouble() < rate ? 1 : 0;
            }

            ignored += Holds(ClusteredMean.Of(points).Interval(Level), share) ? 1 : 0;
            effective += Holds(ClusteredMean.Of(points, clusters: clusters).Interval(Level), share) ? 1 : 0;
        }

        return ((double)ignored / Rounds, (double)effective / Rounds);
    }

    private static (double Covered, double Width) Paired(int questions, Random random)
    {
        var (covered, width) = (0, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            var board = new SimulatedBoard(2, random);
            var scores = board.Ask(questions);
            var interval = PairedDifference.Of(scores.Of(0), scores.Of(1))!.Interval!.Value;
            covered += Holds(interval, board.TrueShares[0] - board.TrueShares[1]) ? 1 : 0;
            width += interval.High - interval.Low;
        }

        return ((double)covered / Rounds, width / Rounds);
    }

    private static (double Covered, double Width) Total(int questions, Random random)
    {
        double[] weights = [1, 2, 3, 4, 5];
        var (covered, width) = (0, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            var shares = weights.Select(_ => 1 - Math.Pow(random.NextDouble(), 2)).ToArray();
            var parts = shares.Select(share => Estimate.OfCount(Binomial.Sample(random, share, questions), questions)).ToArray();
            var interval = new Composite(parts, weights).Total.Interval(Level);
            covered += Holds(interval, shares.Zip(weights, (share, weight) => share * weight).Sum() / weights.Sum()) ? 1 : 0;
            width += interval.High - interval.Low;
        }

        return ((double)covered / Rounds, width / Rounds);
    }

    private static bool Holds(Interval interval, double value) => interval.Low <= value && value <= interval.High;
}
