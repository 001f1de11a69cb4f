namespace Jinbang.Boards.Cuts;

/// <summary>Both conditions.</summary>
internal sealed record AllOf(Condition First, Condition Second) : Condition
{
    /// <inheritdoc/>
    public override Truth Of(BoardRow row) => (Truth)Math.Min((int)First.Of(row), (int)Second.Of(row));

    /// <inheritdoc/>
    public override string ToString() => $"({First} and {Second})";
}
