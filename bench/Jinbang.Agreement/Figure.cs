using System.Globalization;

namespace Jinbang.Agreement;

/// <summary>How readings agree with what is known of real replies, beside what they must reach.</summary>
/// <param name="Measure">What is compared.</param>
/// <param name="Reached">What our readings reach.</param>
/// <param name="MustReach">What they must reach; "–" where nothing is asked.</param>
/// <param name="Holds">Whether they do.</param>
/// <param name="Peers">What others reach, where it is known; else "–".</param>
public sealed record Figure(string Measure, string Reached, string MustReach, bool Holds, string Peers = "–")
{
    /// <summary>A share of replies that agree.</summary>
    /// <param name="measure">What is compared.</param>
    /// <param name="agreed">Replies that agree.</param>
    /// <param name="all">Replies compared; at least one.</param>
    /// <param name="target">The least share, 0 to 1; 0 where nothing is asked.</param>
    /// <param name="peers">What others reach.</param>
    public static Figure Share(string measure, int agreed, int all, double target, string peers = "–") => new(
        measure,
        string.Create(CultureInfo.InvariantCulture, $"{(double)agreed / all:0.0000} ({agreed} of {all})"),
        target > 0 ? string.Create(CultureInfo.InvariantCulture, $"≥ {target:0.000}") : "–",
        agreed >= target * all,
        peers);

    /// <summary>A sum beside the published one.</summary>
    /// <param name="measure">What is compared.</param>
    /// <param name="ours">Ours.</param>
    /// <param name="published">The published one; above 0.</param>
    /// <param name="tolerance">The largest difference, as a share of the published sum; 0 for equality.</param>
    public static Figure Sum(string measure, decimal ours, decimal published, decimal tolerance) => new(
        measure,
        string.Create(CultureInfo.InvariantCulture, $"{ours:0.##} of {published:0.##}"),
        tolerance == 0 ? "equal" : string.Create(CultureInfo.InvariantCulture, $"within {tolerance:0.##%}"),
        Math.Abs(ours - published) <= tolerance * published);

    /// <summary>The figure as a row of a Markdown table.</summary>
    public override string ToString() => $"| {Measure} | {Reached} | {MustReach} | {Peers} | {(Holds ? "yes" : "no")} |";
}
