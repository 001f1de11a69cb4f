namespace Jinbang.Boards.Cuts;

/// <summary>At least one of two conditions.</summary>
internal sealed record AnyOf(Condition First, Condition Second) : Condition
{
    /// <inheritdoc/>
    public override Truth Of(BoardRow row) => (Truth)Math.Max((int)First.Of(row), (int)Second.Of(row));

    /// <inheritdoc/>
    public override string ToString() => $"({First} or {Second})";
}
