using Jinbang.Boards.Charts;
using SkiaSharp;

namespace Jinbang.Boards.Formats;

/// <summary>The board's bar chart as a picture that shows everywhere alike.</summary>
/// <param name="fonts">Where to look for letters.</param>
public sealed class PngFormat(Fonts fonts) : BoardFormat
{
    // Two pixels a point are sharp on today's screens; of a very tall picture they would be a burden to browsers.
    private const double Tall = 5000;

    private static readonly float[] Dashes = [5, 4];

    // Flat colours: unfiltered they are smallest, and higher levels take ten times as long for a twentieth of the size.
    private static readonly SKPngEncoderOptions Flat = new(SKPngEncoderFilterFlags.None, 4);

    /// <inheritdoc/>
    public override string Extension => "png";

    /// <inheritdoc/>
    /// <exception cref="BadInputException">No font has the characters of the board.</exception>
    public override void Write(Board board, Stream output)
    {
        using var faces = fonts.Covering(BoardChart.AllText(board));
        var drawing = BoardChart.Draw(board, faces.Measure);
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

    private static void Paint(SKCanvas canvas, Drawing drawing, FontFaces faces)
    {
        using var paint = new SKPaint { IsAntialias = true };
        foreach (var box in drawing.Boxes)
        {
            paint.Color = SKColor.Parse(box.Colour);
            var area = SKRect.Create((float)box.X, (float)box.Y, (float)box.Width, (float)box.Height);
            canvas.DrawRoundRect(area, (float)box.Corner, (float)box.Corner, paint);
        }

        foreach (var label in drawing.Labels)
        {
            paint.Color = SKColor.Parse(label.Colour);
            faces.Draw(canvas, label.Text, Left(label, faces), label.Y, label.Size, paint);
        }

        using var dashed = SKPathEffect.CreateDash(Dashes, 0);
        paint.PathEffect = dashed;
        paint.StrokeWidth = 1;
        foreach (var dash in drawing.Dashes)
        {
            paint.Color = SKColor.Parse(dash.Colour);
            canvas.DrawLine((float)dash.X, (float)dash.Top, (float)dash.X, (float)dash.Bottom, paint);
        }
    }

    private static double Left(Label label, FontFaces faces) => label.X - label.Anchor switch
    {
        Anchor.Start => 0,
        Anchor.Middle => faces.Measure(label.Text, label.Size) / 2,
        Anchor.End => faces.Measure(label.Text, label.Size),
    };
}
