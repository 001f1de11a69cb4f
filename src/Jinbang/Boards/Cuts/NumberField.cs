using System.Globalization;

namespace Jinbang.Boards.Cuts;

/// <summary>A number, in a unit that may be written after it.</summary>
internal sealed record NumberField(Func<BoardRow, double?> Of, string Unit, params string[] Names) : Field(Names)
{
    /// <inheritdoc/>
    public override Phrase Expected => new(
        Unit.Length > 0 ? $"a number, such as 5 or 5{Unit}" : "a number, such as 5",
        Unit.Length > 0 ? $"数字，如 5 或 5{Unit}" : "数字，如 5");

    /// <inheritdoc/>
    public override bool Accepts(Relation relation, string value) => relation is not Relation.Contains && Read(value) is not null;

    /// <inheritdoc/>
    public override Truth Test(BoardRow row, Relation relation, string value) =>
        Of(row) is { } number ? Holds(relation, number.CompareTo(Read(value)!.Value)) : Truth.Unknown;

    private double? Read(string value) =>
        double.TryParse(
            Unit.Length > 0 && value.EndsWith(Unit, StringComparison.OrdinalIgnoreCase) ? value[..^Unit.Length] : value,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number) && double.IsFinite(number) ? number : null;
}
