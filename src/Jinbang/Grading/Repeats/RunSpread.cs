using Jinbang.Statistics;

namespace Jinbang.Grading.Repeats;

/// <summary>How far the accuracies of whole runs lie apart: run k is made of the k-th replies to all questions.</summary>
/// <param name="Runs">Runs that it is counted over: those with a graded reply to every question that has any.</param>
/// <param name="Lowest">The accuracy of the worst run, 0 to 1.</param>
/// <param name="Highest">The accuracy of the best run, 0 to 1.</param>
/// <param name="Deviation">The sample standard deviation of the runs' accuracies.</param>
public sealed record RunSpread(int Runs, double Lowest, double Highest, double Deviation)
{
    /// <summary>The spread of these accuracies; null when there are fewer than two.</summary>
    public static RunSpread? Of(IReadOnlyCollection<double> accuracies) => accuracies.Count < 2 ? null
        : new(accuracies.Count, accuracies.Min(), accuracies.Max(), Math.Sqrt(Variance.Sample(accuracies)));
}
