using System.Globalization;

namespace Jinbang.Agreement;

/// <summary>How often readings agree with what is known of real replies, beside what they must reach.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Agreed">Replies that agree.</param>
/// <param name="All">Replies compared.</param>
/// <param name="Target">The least share, 0 to 1, that must agree.</param>
/// <param name="Peers">What others reach, where it is published; else "–".</param>
public sealed record Figure(string Measure, int Agreed, int All, double Target, string Peers = "–")
{
    /// <summary>The share that agrees, 0 to 1.</summary>
    public double Share => All == 0 ? 0 : (double)Agreed / All;

    /// <summary>Whether the target is reached.</summary>
    public bool Holds => Share >= Target;

    /// <summary>The figure as a row of a Markdown table.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"| {Measure} | {Agreed} of {All} | {Share:0.0000} | ≥ {Target:0.000} | {Peers} | {(Holds ? "yes" : "no")} |");
}
