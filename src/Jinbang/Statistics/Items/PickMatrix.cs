namespace Jinbang.Statistics.Items;

/// <summary>The options that models picked, A as the lowest bit; 0 where none were read.</summary>
public sealed class PickMatrix
{
    private readonly uint[] picks;

    /// <param name="models">How many models.</param>
    /// <param name="items">How many items.</param>
    /// <param name="repeats">How often an item was asked of a model at most.</param>
    public PickMatrix(int models, int items, int repeats)
    {
        (Models, Items, Repeats) = (models, items, repeats);
        picks = new uint[models * items * repeats];
    }

    /// <summary>How many models.</summary>
    public int Models { get; }

    /// <summary>How many items.</summary>
    public int Items { get; }

    /// <summary>How often an item was asked of a model at most.</summary>
    public int Repeats { get; }

    /// <summary>What a model picked of an item, repeat by repeat.</summary>
    public Span<uint> Of(int model, int item) => picks.AsSpan((model * Items + item) * Repeats, Repeats);
}
