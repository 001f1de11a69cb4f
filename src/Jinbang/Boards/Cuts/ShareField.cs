using System.Globalization;

namespace Jinbang.Boards.Cuts;

/// <summary>A share, written as 80% or 0.8.</summary>
internal sealed record ShareField(Func<BoardRow, double?> Of, params string[] Names) : Field(Names)
{
    /// <inheritdoc/>
    public override Phrase Expected => new("a share, such as 80% or 0.8", "比例，如 80% 或 0.8");

    /// <inheritdoc/>
    public override bool Accepts(Relation relation, string value) => relation is not Relation.Contains && Read(value) is >= 0 and <= 1;

    /// <inheritdoc/>
    public override Truth Test(BoardRow row, Relation relation, string value) =>
        Of(row) is { } share ? Holds(relation, share.CompareTo(Read(value)!.Value)) : Truth.Unknown;

    private static double? Read(string value) =>
        double.TryParse(value.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? value.EndsWith('%') ? number / 100 : number
            : null;
}
