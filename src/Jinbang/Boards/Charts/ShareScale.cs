namespace Jinbang.Boards.Charts;

/// <summary>Shares up a picture: those that there are, widened to round percents.</summary>
internal sealed class ShareScale
{
    private readonly double low;
    private readonly double high;
    private readonly Zone area;

    public ShareScale(IReadOnlyCollection<double> shares, Zone area)
    {
        this.area = area;
        low = Math.Max(0, Math.Floor(10 * shares.DefaultIfEmpty(0).Min() - 0.2) / 10);
        high = Math.Min(1, Math.Max(low + 0.2, Math.Ceiling(10 * shares.DefaultIfEmpty(1).Max() + 0.2) / 10));
        low = Math.Min(low, high - 0.2);
    }

    public double At(double share) => area.Bottom - (Math.Clamp(share, low, high) - low) / (high - low) * (area.Bottom - area.Top);

    public void Draw(Sketch sketch)
    {
        var step = high - low > 0.65 ? 20 : high - low > 0.25 ? 10 : 5;
        for (var percent = step * (int)Math.Ceiling(Math.Round(low * 100) / step); percent <= high * 100 + 0.5; percent += step)
        {
            var y = At(percent / 100.0);
            sketch.Stroke(Outline.Across(area.Left, area.Right, y), Tone.Grid);
            sketch.Small(area.Left - 8, y + 4, $"{percent}%", Tone.Faint, Anchor.End);
        }
    }
}
