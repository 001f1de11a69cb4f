using Jinbang.Statistics;

namespace Jinbang.Boards.Comparisons;

/// <summary>Two models over the questions that both have points on.</summary>
/// <param name="Exam">The exam's id; null when several are taken together.</param>
/// <param name="Title">Its title; empty when several are taken together.</param>
/// <param name="Questions">How many questions both have points on.</param>
/// <param name="First">The first model.</param>
/// <param name="Second">The second model.</param>
/// <param name="Difference">Accuracy of the first less that of the second.</param>
public sealed record Comparison(string? Exam, string Title, int Questions, Side First, Side Second, double Difference)
{
    /// <summary>Where the difference may lie by the luck of which questions were asked, 95 %, the models being compared question
    /// by question; null with fewer than two independent questions.</summary>
    public Interval? DifferenceInterval { get; init; }

    /// <summary>McNemar's exact p, two-sided: how often models of equal skill would differ so much on the questions that they do not earn the same on.</summary>
    public double P { get; init; } = 1;

    /// <summary>Which is better, at 5 %.</summary>
    public Preference Better { get; init; }

    /// <summary>How many more such questions would tell them apart four times in five, were the difference as large as it seems;
    /// 0 when they are told apart; null when no number would.</summary>
    public int? MoreQuestions { get; init; }
}
