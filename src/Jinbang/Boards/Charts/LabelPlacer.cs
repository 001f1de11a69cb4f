namespace Jinbang.Boards.Charts;

/// <summary>Finds room for the names of points: beside them, else further off with a line to the point, else nowhere.</summary>
/// <param name="sketch">Where they are written.</param>
/// <param name="area">What they may not leave.</param>
internal sealed class LabelPlacer(Sketch sketch, Zone area)
{
    // Right first, where a reader looks; then where a name is harder to attribute.
    private static readonly (double X, double Y)[] Directions =
    [
        (1, 0), (-1, 0), (0, -1), (0, 1), (0.8, -0.8), (-0.8, -0.8), (0.8, 0.8), (-0.8, 0.8),
        (1, -0.5), (-1, -0.5), (1, 0.5), (-1, 0.5), (0.3, -1), (-0.3, -1), (0.3, 1), (-0.3, 1),
    ];

    private static readonly double[] Distances = [5, 16, 30, 48, 70];

    private readonly List<Zone> taken = [];
    private readonly List<Zone> crowd = [];
    private readonly List<Zone> written = [];

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
            let line = step == 0 ? [] : LineTo(zone, x, y, radius)
            where area.Holds(zone) && !taken.Any(zone.Overlaps) && !line.Any(point => written.Any(Zone.Around(point.X, point.Y, 1).Overlaps))
            select (Label: label, Zone: zone, Cost: 2 * step + crowd.Count(zone.Overlaps), Line: line);
        if (places.OrderBy(place => place.Cost).Take(1).ToList() is not [var best])
        {
            return false;
        }

        if (best.Line.Count > 0)
        {
            sketch.Stroke(Outline.Line(best.Line[0], best.Line[^1]), Tone.Faint);
        }

        taken.Add(best.Zone);
        taken.AddRange(best.Line.Select(point => Zone.Around(point.X, point.Y, 1)));
        written.Add(best.Zone);
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

    /// <summary>Points from the edge of the mark to the nearest of the name, close enough to each other to be in the way of names.</summary>
    private static List<(double X, double Y)> LineTo(Zone name, double x, double y, double radius)
    {
        const double Pitch = 4;
        var (toX, toY) = (Math.Clamp(x, name.Left, name.Right), Math.Clamp(y, name.Top, name.Bottom));
        var length = Math.Max(radius, Math.Sqrt((toX - x) * (toX - x) + (toY - y) * (toY - y)));
        var count = (int)Math.Ceiling((length - radius) / Pitch);
        return [.. Enumerable.Range(0, count + 1)
            .Select(i => radius + (length - radius) * i / Math.Max(1, count))
            .Select(distance => (x + (toX - x) * distance / length, y + (toY - y) * distance / length))];
    }
}
