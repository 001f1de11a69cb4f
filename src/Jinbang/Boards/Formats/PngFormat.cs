using System.Globalization;
using Jinbang.Boards.Charts;
using SkiaSharp;

namespace Jinbang.Boards.Formats;

/// <summary>A picture that shows everywhere alike.</summary>
/// <param name="fonts">Where to look for letters.</param>
/// <param name="theme">Its colours; light ones when null.</param>
/// <param name="frame">The room it is made for; a page when null.</param>
public sealed class PngFormat(Fonts fonts, Theme? theme = null, Frame? frame = null) : PictureFormat(theme ?? Theme.Light, frame ?? Frame.Page)
{
    // Two pixels a point are sharp on today's screens; of a very tall picture they would be a burden to browsers.
    private const double Tall = 5000;

    // Flat colours: unfiltered they are smallest; the next level takes three times as long for an eighth of the size.
    private static readonly SKPngEncoderOptions Flat = new(SKPngEncoderFilterFlags.None, 3);

    /// <inheritdoc/>
    public override string Extension => "png";

    /// <inheritdoc/>
    /// <exception cref="BadInputException">No font has the characters of the picture.</exception>
    public override void Write(Picture picture, Stream output)
    {
        using var faces = fonts.Covering(picture.AllText(Frame));
        var drawing = picture.Draw(faces.Measure, Frame);
        var scale = drawing.Height > Tall ? 1 : 2;
        using var bitmap = new SKBitmap(
            (int)Math.Ceiling(drawing.Width * scale), (int)Math.Ceiling(drawing.Height * scale), SKColorType.Rgb888x, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Scale(scale);
            Paint(canvas, drawing, faces);
        }

        using var pixels = bitmap.PeekPixels();
        pixels.Encode(output, Flat);
    }

    private void Paint(SKCanvas canvas, Drawing drawing, FontFaces faces)
    {
        using var paint = new SKPaint { IsAntialias = true };
        foreach (var shape in drawing.Shapes)
        {
            Paint(canvas, shape, paint);
        }

        paint.Style = SKPaintStyle.Fill;
        foreach (var label in drawing.Labels)
        {
            paint.Color = ColourOf(label.Tone);
            canvas.Save();
            canvas.RotateDegrees(label.IsTurned ? -90 : 0, (float)label.X, (float)label.Y);
            faces.Draw(canvas, label.Text, Left(label, faces), label.Y, label.Size, paint);
            canvas.Restore();
        }
    }

    private void Paint(SKCanvas canvas, Shape shape, SKPaint paint)
    {
        using var path = SKPath.ParseSvgPathData(shape.Path);
        if (shape.Fill != Tone.None)
        {
            (paint.Style, paint.Color) = (SKPaintStyle.Fill, ColourOf(shape.Fill));
            canvas.DrawPath(path, paint);
        }

        if (shape.Stroke != Tone.None)
        {
            using var dashes = shape.Dashes.Length > 0 ? SKPathEffect.CreateDash(Lengths(shape.Dashes), 0) : null;
            (paint.Style, paint.Color, paint.StrokeWidth, paint.PathEffect) = (SKPaintStyle.Stroke, ColourOf(shape.Stroke), (float)shape.Thickness, dashes);
            canvas.DrawPath(path, paint);
            paint.PathEffect = null;
        }
    }

    private SKColor ColourOf(Tone tone) => SKColor.Parse(Theme.Of(tone));

    private static float[] Lengths(string dashes) => [.. dashes.Split(' ').Select(length => float.Parse(length, CultureInfo.InvariantCulture))];

    private static double Left(Label label, FontFaces faces) => label.X - label.Anchor switch
    {
        Anchor.Start => 0,
        Anchor.Middle => faces.Measure(label.Text, label.Size) / 2,
        Anchor.End => faces.Measure(label.Text, label.Size),
    };
}
