using SkiaSharp;

namespace Jinbang.Boards.Charts;

/// <summary>Fonts that together have every character they were chosen for; the first draws what it can.</summary>
internal sealed class FontFaces(IReadOnlyList<SKFont> fonts) : IDisposable
{
    /// <summary>How wide the text is at a size.</summary>
    public double Measure(string text, double size) => Runs(text, size).Sum(run => (double)run.Font.MeasureText(run.Text));

    /// <summary>Draws the text from the point on its baseline.</summary>
    public void Draw(SKCanvas canvas, string text, double x, double y, double size, SKPaint paint)
    {
        foreach (var (font, part) in Runs(text, size))
        {
            canvas.DrawText(part, (float)x, (float)y, SKTextAlign.Left, font, paint);
            x += font.MeasureText(part);
        }
    }

    public void Dispose()
    {
        foreach (var font in fonts)
        {
            font.Typeface.Dispose();
            font.Dispose();
        }
    }

    private IEnumerable<(SKFont Font, string Text)> Runs(string text, double size)
    {
        var start = 0;
        var current = Sized(fonts[0], size);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            var codePoint = char.ConvertToUtf32(text, i);
            var font = fonts.FirstOrDefault(candidate => candidate.ContainsGlyph(codePoint), fonts[0]);
            if (font != current)
            {
                yield return (current, text[start..i]);
                (start, current) = (i, Sized(font, size));
            }
        }

        yield return (current, text[start..]);
    }

    private static SKFont Sized(SKFont font, double size)
    {
        font.Size = (float)size;
        return font;
    }
}
