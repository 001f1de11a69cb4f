namespace Jinbang.Statistics.Ranking;

/// <summary>Ranks from the first to the last, both counted from 1.</summary>
/// <param name="First">The best.</param>
/// <param name="Last">The worst.</param>
public readonly record struct RankSpan(int First, int Last)
{
    /// <inheritdoc/>
    public override string ToString() => First == Last ? $"{First}" : $"{First}–{Last}";
}
