namespace Jinbang.Boards.Charts;

/// <summary>The left of a picture with a line a model: rank, house, name and a figure or two; marks go to its right, or
/// where there is no room, below.</summary>
internal sealed class NameColumns
{
    public const double BarHeight = 14;

    private const double Gap = 12;
    private const double MaxHouse = 130;
    private const double MaxName = 300;
    private const double Dot = 12;

    private readonly Sketch sketch;
    private readonly IReadOnlyList<BoardRow> rows;
    private readonly IReadOnlyList<(string Main, string Side)> figures;
    private readonly string[] houses;
    private readonly string[] names;
    private readonly double dotLeft;
    private readonly double houseLeft;
    private readonly double nameLeft;
    private readonly double mainRight;
    private readonly double sideRight;

    /// <summary>Measures the texts.</summary>
    /// <param name="sketch">Where they go.</param>
    /// <param name="rows">The lines.</param>
    /// <param name="figures">What each line has behind its name: a figure, and a smaller one.</param>
    public NameColumns(Sketch sketch, IReadOnlyList<BoardRow> rows, IReadOnlyList<(string Main, string Side)> figures)
    {
        (this.sketch, this.rows, this.figures) = (sketch, rows, figures);
        var frame = sketch.Frame;
        dotLeft = frame.Margin + sketch.Widest(rows.Select(Places.Of)) + Gap;
        houseLeft = dotLeft + Dot + Gap / 2;
        houses = [.. rows.Select(row => frame.IsNarrow ? "" : sketch.Fit(row.House, frame.TextSize, MaxHouse))];
        nameLeft = houseLeft + (sketch.Widest(houses) is > 0 and var width ? width + Gap : 0);
        var (main, side) = (sketch.Widest(figures.Select(figure => figure.Main)), sketch.Widest(figures.Select(figure => figure.Side)));
        var room = frame.IsNarrow ? frame.Right - nameLeft - Beside(main) - Beside(side) : MaxName;
        names = [.. rows.Select(row => sketch.Fit(Places.NameOf(row), frame.TextSize, room))];
        sideRight = frame.IsNarrow ? frame.Right : nameLeft + sketch.Widest(names) + Beside(main) + Beside(side);
        mainRight = sideRight - Beside(side);
        Left = frame.IsNarrow ? frame.Margin + 4 : sideRight + Gap;
    }

    /// <summary>Where marks begin.</summary>
    public double Left { get; }

    /// <summary>From one line to the next.</summary>
    public double Pitch => sketch.Frame.IsNarrow ? 48 : 24;

    /// <summary>The middle of the marks of a line.</summary>
    public double Middle(double top) => top + (sketch.Frame.IsNarrow ? 34 : 12);

    /// <summary>Bands behind the lines and brackets beside them, that hold together what cannot be told apart.</summary>
    public void DrawBands(double top)
    {
        var (left, from) = (sketch.Frame.Margin - 8, 0);
        foreach (var (count, index) in Places.Groups(rows).Select((count, index) => (count, index)))
        {
            var (y, height) = (top + from * Pitch, count * Pitch);
            if (index % 2 == 0)
            {
                sketch.Fill(Outline.Box(left, y, sketch.Right + 8 - left, height, 4), Tone.Stripe);
            }

            if (count > 1)
            {
                sketch.Stroke(Outline.Line((left + 3, y + 3), (left, y + 3), (left, y + height - 3), (left + 3, y + height - 3)), Tone.Faint, 1.5);
            }

            from += count;
        }
    }

    /// <summary>Writes the texts of one line.</summary>
    public void DrawRow(int index, double top)
    {
        var (row, baseline) = (rows[index], top + 17);
        sketch.Text(dotLeft - Gap, baseline, Places.Of(row), Tone.Faint, Anchor.End);
        Look.Point(sketch, row.Openness, dotLeft + Dot / 2, top + 12.5, 4);
        sketch.Text(houseLeft, baseline, houses[index], Tone.Faint);
        sketch.Text(nameLeft, baseline, names[index]);
        sketch.Text(mainRight, baseline, figures[index].Main, Tone.Ink, Anchor.End);
        sketch.Small(sideRight, baseline, figures[index].Side, Tone.Faint, Anchor.End);
    }

    private static double Beside(double width) => width > 0 ? Gap + width : 0;
}
