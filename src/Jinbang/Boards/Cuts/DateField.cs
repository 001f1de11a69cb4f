using System.Globalization;

namespace Jinbang.Boards.Cuts;

/// <summary>A day.</summary>
internal sealed record DateField(Func<BoardRow, DateOnly?> Of, params string[] Names) : Field(Names)
{
    /// <inheritdoc/>
    public override Phrase Expected => new("a day such as 2025-08-01", "2025-08-01 这样的日期");

    /// <inheritdoc/>
    public override bool Accepts(Relation relation, string value) => relation is not Relation.Contains && Read(value) is not null;

    /// <inheritdoc/>
    public override Truth Test(BoardRow row, Relation relation, string value) =>
        Of(row) is { } day ? Holds(relation, day.CompareTo(Read(value)!.Value)) : Truth.Unknown;

    private static DateOnly? Read(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
