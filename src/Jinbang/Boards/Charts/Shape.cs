namespace Jinbang.Boards.Charts;

/// <summary>A filled or stroked outline, in the notation of SVG, which SkiaSharp reads as well.</summary>
/// <param name="Path">The outline, as in the attribute d.</param>
/// <param name="Fill">What it is filled with.</param>
/// <param name="Stroke">What its line is drawn with.</param>
/// <param name="Thickness">Of the line.</param>
/// <param name="Dashes">Lengths of dashes and gaps, as in the attribute stroke-dasharray; empty for an unbroken line.</param>
internal readonly record struct Shape(string Path, Tone Fill, Tone Stroke = Tone.None, double Thickness = 0, string Dashes = "")
{
    /// <summary>The same but for the outline.</summary>
    public Shape Style() => this with { Path = "" };
}
