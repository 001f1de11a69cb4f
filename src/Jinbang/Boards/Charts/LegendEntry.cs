namespace Jinbang.Boards.Charts;

/// <summary>What a mark means.</summary>
/// <param name="Meaning">In a few words.</param>
/// <param name="Draw">Draws the mark into a square of <see cref="Head.Swatch"/> around the point; null where the words say it themselves.</param>
internal sealed record LegendEntry(Phrase Meaning, Action<double, double>? Draw);
