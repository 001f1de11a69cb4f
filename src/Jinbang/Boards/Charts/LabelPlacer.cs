namespace Jinbang.Boards.Charts;

/// <summary>Finds room for the names of points: beside them, else further off with a line to the point, else nowhere.</summary>
/// <param name="sketch">Where they are written.</param>
/// <param name="area">What they may not leave.</param>
internal sealed class LabelPlacer(Sketch sketch, Zone area)
{
    // Right first, where a reader looks; the corners, where a name is hardest to attribute, last.
    private static readonly (double X, double Y)[] Directions = [(1, 0), (-1, 0), (0, -1), (0, 1), (0.8, -0.8), (-0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)];
    private static readonly double[] Distances = [5, 16, 30, 48, 70];

    private readonly List<Zone> taken = [];
    private readonly List<Zone> crowd = [];

    /// <summary>Keeps names off what is here.</summary>
    public void Block(Zone zone) => taken.Add(zone);

    /// <summary>Keeps names off what is here if they find room elsewhere.</summary>
    public void Shun(Zone zone) => crowd.Add(zone);

    /// <summary>Writes a point's name.</summary>
    /// <returns>Whether there was room.</returns>
    public bool Place(string name, double x, double y, double radius)
    {
        var size = sketch.Frame.SmallSize;
        var text = sketch.Fit(name, size, (area.Right - area.Left) / (sketch.Frame.IsNarrow ? 2 : 4));
        var places =
            from step in Enumerable.Range(0, Distances.Length)
            from direction in Directions
            let label = At(text, x, y, radius + Distances[step], direction)
            let zone = Labels.ZoneOf(label, sketch.Measure(text, size))
            where area.Holds(zone) && !taken.Any(zone.Overlaps)
            select (Label: label, Zone: zone, Cost: 2 * step + crowd.Count(zone.Overlaps), IsFar: step > 0);
        if (places.OrderBy(place => place.Cost).Take(1).ToList() is not [var best])
        {
            return false;
        }

        if (best.IsFar)
        {
            DrawLine(x, y, radius, best.Label, best.Zone);
        }

        taken.Add(best.Zone);
        sketch.Write(best.Label);
        return true;
    }

    private Label At(string text, double x, double y, double distance, (double X, double Y) direction)
    {
        var size = sketch.Frame.SmallSize;
        var anchor = direction.X switch { > 0 => Anchor.Start, < 0 => Anchor.End, _ => Anchor.Middle };
        var middle = y + direction.Y * (direction.X == 0 ? distance + size / 2 : distance);
        return new(x + direction.X * distance, middle + 0.36 * size, text, size, Tone.Ink, anchor);
    }

    private void DrawLine(double x, double y, double radius, Label label, Zone zone)
    {
        var (toX, toY) = (Math.Clamp(x, zone.Left, zone.Right), Math.Clamp(y, zone.Top, zone.Bottom));
        var length = Math.Max(1, Math.Sqrt((toX - x) * (toX - x) + (toY - y) * (toY - y)));
        sketch.Stroke(Outline.Line((x + (toX - x) * radius / length, y + (toY - y) * radius / length), (toX, toY)), Tone.Faint);
    }
}
