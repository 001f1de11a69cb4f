using Jinbang.Exams;
using Jinbang.Statistics;

namespace Jinbang.Grading.Repeats;

/// <summary>The sums of one model's repeated replies to one exam; feed it one question after the other.</summary>
/// <param name="planned">How often each question is asked.</param>
public sealed class RepeatTally(int planned)
{
    private readonly Dictionary<(int Replies, int Right), (double Weight, int Questions)> counts = [];
    private readonly WeightedMean majority = new();
    private readonly WeightedMean variance = new();
    private readonly WeightedMean unsteady = new();
    private readonly (WeightedMean Points, int Graded)[] runs = [.. Enumerable.Range(0, planned).Select(_ => (new WeightedMean(), 0))];
    private int answered;
    private int short_;

    /// <summary>How often each question is asked.</summary>
    public int Planned { get; } = planned;

    /// <summary>Adds a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="votes">Its graded replies, in the order of repeats; a question without any counts nowhere.</param>
    public void Add(Question question, IReadOnlyList<Vote> votes)
    {
        if (votes.Count == 0)
        {
            return;
        }

        short_ += votes.Count < Planned ? 1 : 0;
        answered++;
        var weight = (double)question.Weight;
        foreach (var vote in votes.Where(vote => vote.Repeat < Planned))
        {
            runs[vote.Repeat].Points.Add((double)vote.Points, weight);
            runs[vote.Repeat].Graded++;
        }

        var key = (votes.Count, votes.Count(vote => vote.Verdict == Verdict.Right));
        var (sum, questions) = counts.GetValueOrDefault(key);
        counts[key] = (sum + weight, questions + 1);
        if (Grader.For(question.Kind).HasComparableAnswers)
        {
            majority.Add(Ballot.Points(question, votes), weight);
        }

        if (votes.Count > 1)
        {
            variance.Add(Variance.Sample([.. votes.Select(vote => (double)vote.Points)]), weight);
            unsteady.Add(votes.Any(vote => vote.Points != votes[0].Points) ? 1 : 0, weight);
        }
    }

    /// <summary>The report of everything added.</summary>
    /// <param name="ks">The k of pass@k to work out; those above <see cref="Planned"/> are left out.</param>
    public RepeatReport Report(IEnumerable<int> ks) => new(Planned, [.. ks.Where(k => k <= Planned).Order().Select(PassAt)])
    {
        Majority = majority.Value,
        Variance = variance.Value,
        Unsteady = unsteady.Value,
        Spread = RunSpread.Of([.. runs.Where(run => run.Graded == answered).Select(run => run.Points.Value).OfType<double>()]),
        Short = short_,
    };

    private PassRate PassAt(int k)
    {
        var mean = new WeightedMean();
        var leftOut = 0;
        foreach (var ((replies, right), (weight, questions)) in counts)
        {
            if (replies < k)
            {
                leftOut += questions;
            }
            else
            {
                mean.Add(PassAtK.Of(replies, right, k), weight);
            }
        }

        return new PassRate(k, mean.Value, leftOut);
    }
}
