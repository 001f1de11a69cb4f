namespace Jinbang.Boards.Cuts;

/// <summary>Something that is so or not.</summary>
internal sealed record FlagField(Func<BoardRow, bool?> Of, string[] Yes, string[] No, params string[] Names) : Field(Names)
{
    /// <inheritdoc/>
    public override Phrase Expected => new($"one of {string.Join(", ", Yes.Concat(No))}", $"{string.Join("、", Yes.Concat(No))} 之一");

    /// <inheritdoc/>
    public override string? Alone => Yes[0];

    /// <inheritdoc/>
    public override bool Accepts(Relation relation, string value) => relation is Relation.Equal or Relation.Unequal && Read(value) is not null;

    /// <inheritdoc/>
    public override Truth Test(BoardRow row, Relation relation, string value) =>
        Of(row) is { } flag ? Holds(relation, flag == Read(value) ? 0 : 1) : Truth.Unknown;

    private bool? Read(string value) => Is(Yes, value) ? true : Is(No, value) ? false : null;

    private static bool Is(string[] words, string value) => words.Contains(value, StringComparer.OrdinalIgnoreCase);
}
