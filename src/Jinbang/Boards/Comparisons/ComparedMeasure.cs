namespace Jinbang.Boards.Comparisons;

/// <summary>What two models take of one thing.</summary>
/// <param name="What">What it is, with its unit.</param>
/// <param name="First">What the first takes; null when unknown.</param>
/// <param name="Second">What the second takes; null when unknown.</param>
public sealed record ComparedMeasure(Phrase What, double? First, double? Second)
{
    /// <summary>The first's by the second's; null when either is unknown, or the second's is nothing.</summary>
    public double? Ratio => Second is > 0 ? First / Second : null;
}
