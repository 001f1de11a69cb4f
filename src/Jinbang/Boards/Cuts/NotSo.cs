namespace Jinbang.Boards.Cuts;

/// <summary>The opposite of a condition; what is unknown stays unknown.</summary>
internal sealed record NotSo(Condition Inner) : Condition
{
    /// <inheritdoc/>
    public override Truth Of(BoardRow row) => Truth.True - (int)Inner.Of(row);

    /// <inheritdoc/>
    public override string ToString() => $"not {Inner}";
}
