namespace Jinbang.Boards.Rollups;

/// <summary>How roll-ups are made.</summary>
/// <param name="Language">The language of the boards.</param>
public sealed record RollupSettings(Language Language)
{
    /// <summary>What is done where the taxonomy does not say.</summary>
    public RollupRules Rules { get; init; }

    /// <summary>Whether scores that are missing are fitted from the others, and marked.</summary>
    public bool Estimate { get; init; }

    /// <summary>The first level to make boards of: 0 is the whole.</summary>
    public int FirstLevel { get; init; }

    /// <summary>The last level to make boards of.</summary>
    public int LastLevel { get; init; } = int.MaxValue;

    /// <summary>How many levels down a board's parts are: 1 for its own, 0 for none.</summary>
    public int PartDepth { get; init; } = 1;

    /// <summary>What is left out besides the taxonomy's own exclusions.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>How often ranks are drawn; null for as often as the number of models deserves.</summary>
    public int? Draws { get; init; }

    /// <summary>The seed of what is drawn by chance.</summary>
    public ulong Seed { get; init; } = 1;
}
