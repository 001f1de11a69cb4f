using Jinbang.Statistics.Pairs;

namespace Jinbang.Boards.Comparisons;

/// <summary>Two models over the questions that both have points on.</summary>
/// <param name="Exam">The exam's id; null when several are taken together.</param>
/// <param name="Title">Its title; empty when several are taken together.</param>
/// <param name="First">The first model.</param>
/// <param name="Second">The second model.</param>
/// <param name="Paired">The first less the second, question by question.</param>
public sealed record Comparison(string? Exam, string Title, Side First, Side Second, PairedDifference Paired)
{
    private const double Level = 0.05;

    /// <summary>Which is better, at 5 %: where the exact test says so and the interval of the difference leaves out 0.</summary>
    public Preference Better => Paired switch
    {
        { ExactP: > Level } => Preference.None,
        { Interval.Low: > 0 } => Preference.First,
        { Interval.High: < 0 } => Preference.Second,
        _ => Preference.None,
    };
}
