namespace Jinbang.Boards.Cuts;

/// <summary>A name; unknown where it is empty.</summary>
internal sealed record TextField(Func<BoardRow, string?> Of, params string[] Names) : Field(Names)
{
    /// <inheritdoc/>
    public override Phrase Expected => new("a name, compared by =, != or ~", "名称，用 =、!= 或 ~ 比较");

    /// <inheritdoc/>
    public override bool Accepts(Relation relation, string value) => relation is Relation.Equal or Relation.Unequal or Relation.Contains;

    /// <inheritdoc/>
    public override Truth Test(BoardRow row, Relation relation, string value) => Of(row) is not { Length: > 0 } text ? Truth.Unknown
        : relation is Relation.Contains ? (text.Contains(value, StringComparison.OrdinalIgnoreCase) ? Truth.True : Truth.False)
        : Holds(relation, string.Equals(text, value, StringComparison.OrdinalIgnoreCase) ? 0 : 1);
}
