namespace Jinbang.Boards.Charts;

/// <summary>How the few lines look that are told apart in one picture: by colour, mark and dashes.</summary>
internal static class Series
{
    private static readonly (Tone Tone, Mark Mark, string Dashes)[] Looks =
    [
        (Tone.Series1, Mark.Circle, ""),
        (Tone.Series2, Mark.Diamond, "8 3"),
        (Tone.Series3, Mark.Square, "2 3"),
        (Tone.Series4, Mark.Triangle, "8 3 2 3"),
        (Tone.Series5, Mark.Wedge, "5 2"),
        (Tone.Series6, Mark.Cross, "12 4"),
    ];

    /// <summary>How many there are.</summary>
    public static int Count => Looks.Length;

    public static Tone ToneOf(int index) => Looks[index].Tone;

    public static string MarkAt(int index, double x, double y) => Outline.Of(Looks[index].Mark, x, y, 4);

    /// <summary>Draws a line with a mark at each point.</summary>
    public static void Draw(Sketch sketch, int index, IReadOnlyList<(double X, double Y)> points, bool isClosed = false)
    {
        var (tone, _, dashes) = Looks[index];
        sketch.Stroke(isClosed ? Outline.Polygon(points) : Outline.Line(points), tone, 2, dashes);
        foreach (var (x, y) in points)
        {
            sketch.Area(MarkAt(index, x, y), tone, Tone.Paper);
        }
    }

    /// <summary>A legend's entry with the name of the line.</summary>
    public static LegendEntry Entry(Sketch sketch, int index, string name) => new(new(name, name), (x, y) =>
    {
        sketch.Stroke(Outline.Across(x - 8, x + 8, y), Looks[index].Tone, 2, Looks[index].Dashes);
        sketch.Area(MarkAt(index, x, y), Looks[index].Tone, Tone.Paper);
    });
}
