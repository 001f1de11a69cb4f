namespace Jinbang.Bench.Silos;

/// <summary>A range of a plan's places that a holder works on.</summary>
/// <param name="first">Its first place.</param>
/// <param name="count">How many.</param>
internal sealed class Lease(int first, int count)
{
    public int First { get; } = first;

    public int Count { get; } = count;

    /// <summary>Whose it is; null when it was returned.</summary>
    public int? Holder { get; set; }
}
