namespace Jinbang.Boards.Charts;

/// <summary>Shares from 0 to 1 across a picture.</summary>
internal sealed class ShareAxis(Sketch sketch, double left, double right)
{
    // A reader far down a long board has lost the figures at its top.
    private const double Long = 600;

    public double At(double share) => left + Math.Clamp(share, 0, 1) * (right - left);

    public void Draw(double top, double bottom)
    {
        for (var percent = 0; percent <= 100; percent += 20)
        {
            var x = At(percent / 100.0);
            sketch.Stroke(Outline.Down(x, top - 4, bottom + 4), Tone.Grid);
            sketch.Small(x, top - 10, $"{percent}%", Tone.Faint, Anchor.Middle);
            if (bottom - top > Long)
            {
                sketch.Small(x, bottom + 18, $"{percent}%", Tone.Faint, Anchor.Middle);
            }
        }
    }

    /// <summary>How far below the marks its texts reach.</summary>
    public static double Below(double height) => height > Long ? 24 : 8;
}
