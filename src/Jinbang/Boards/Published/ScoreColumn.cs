using System.Globalization;

namespace Jinbang.Boards.Published;

/// <summary>A column of scores.</summary>
/// <param name="Column">Its place.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Full">What full points are in it.</param>
internal sealed record ScoreColumn(int Column, string Heading, double Full)
{
    /// <summary>The share in a row, 0 to 1; null where the cell is empty.</summary>
    public double? Of(IReadOnlyList<string> cells) =>
        cells[Column].Length > 0 ? double.Parse(cells[Column], NumberStyles.Float, CultureInfo.InvariantCulture) / Full : null;

    /// <summary>What a row has in it, as a part of its board.</summary>
    public ScorePart PartOf(IReadOnlyList<string> cells) =>
        new(new Phrase(Heading, Heading), Of(cells), cells[Column].Length > 0 ? ScoreState.Measured : ScoreState.Unmeasured);
}
