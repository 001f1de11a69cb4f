using System.Globalization;

namespace Jinbang.Boards.Charts;

/// <summary>A heat map: what each model has in each part of the board. Zero, unmeasured, estimated and excluded differ.</summary>
internal sealed class FieldChart
{
    private const double CellHeight = 22;
    private const double MaxHeading = 150;

    // From here on a heading is read in lines; in less room it is turned.
    private const double Readable = 62;

    private readonly Sketch sketch;
    private readonly Board board;
    private readonly IReadOnlyList<Phrase> headings;
    private readonly NameColumns columns;
    private readonly HeatScale heat;
    private readonly double cell;

    private FieldChart(Board board, Sketch sketch)
    {
        (this.board, this.sketch) = (board, sketch);
        headings = FieldTable.HeadingsOf(board);
        columns = new NameColumns(sketch, board.Rows, [.. board.Rows.Select(row => (Places.FigureOf(row, sketch), ""))]);
        var room = sketch.Right - columns.Left;
        cell = Math.Clamp(room / headings.Count, sketch.Frame.IsNarrow ? 30 : 34, 96);
        sketch.Width = Math.Max(sketch.Width, columns.Left + cell * headings.Count + sketch.Frame.Margin);
        heat = new HeatScale([.. board.Rows.SelectMany(row => row.Parts).Select(FieldTable.ShareOf).OfType<double>()]);
    }

    public static bool Has(Board board) => board.Rows.Any(row => row.Parts.Any(part => FieldTable.ShareOf(part) is not null));

    public static Drawing Draw(Board board, TextRuler ruler, Frame frame) => new FieldChart(board, new Sketch(ruler, frame, board.Language)).Draw();

    private Drawing Draw()
    {
        var title = board.Title + sketch.Say(new(": by field", "：分领域"));
        var top = DrawHeadings(Head.Draw(sketch, title, BoardFacts.Of(board), Legend()));
        columns.DrawBands(top);
        for (var i = 0; i < board.Rows.Count; i++)
        {
            columns.DrawRow(i, top + i * columns.Pitch);
            foreach (var (part, j) in FieldTable.Of(board.Rows[i], headings).Select((part, j) => (part, j)))
            {
                DrawCell(part, X(j) + 1, columns.Middle(top + i * columns.Pitch) - CellHeight / 2, cell - 2);
            }
        }

        return sketch.Finish(title, sketch.Say(BoardFacts.Summary(board)), top + board.Rows.Count * columns.Pitch + 20);
    }

    private double X(int column) => columns.Left + column * cell;

    private double DrawHeadings(double top)
    {
        var (size, names) = (sketch.Frame.SmallSize, headings.Select(heading => Plain.Text(sketch.Say(heading))).ToList());
        if (cell < Readable)
        {
            var fitted = names.Select(name => sketch.Fit(name, size, MaxHeading)).ToList();
            var height = fitted.Max(name => sketch.Measure(name, size));
            for (var i = 0; i < fitted.Count; i++)
            {
                sketch.Write(new(X(i) + cell / 2 + size / 3, top + height + 12, fitted[i], size, Tone.Ink, Anchor.Start, IsTurned: true));
            }

            return top + height + 20;
        }

        var wrapped = names.Select(name => TextWidth.Wrap(name, size, cell - 6, 4, sketch.Measure).ToList()).ToList();
        var bottom = top + wrapped.Max(lines => lines.Count) * (size + 3) + 16;
        foreach (var (lines, column) in wrapped.Select((lines, column) => (lines, column)))
        {
            for (var i = 0; i < lines.Count; i++)
            {
                sketch.Small(X(column) + cell / 2, bottom - 8 - (lines.Count - 1 - i) * (size + 3), lines[i], Tone.Ink, Anchor.Middle);
            }
        }

        return bottom;
    }

    private IEnumerable<LegendEntry> Legend()
    {
        var middle = (heat.Low + heat.High) / 2;
        var states = board.Rows.SelectMany(row => FieldTable.Of(row, headings)).Select(part => part.State).ToHashSet();
        return
        [
            .. Look.Legend(sketch, board.Rows),
            .. ((double[])[heat.Low, middle, heat.High]).Select(share => new LegendEntry(
                new($"{100 * share:0}%", $"{100 * share:0}%"), (x, y) => sketch.Area(Outline.Box(x - 7, y - 7, 14, 14), heat.ToneOf(share), Tone.Faint))),
            .. ((ScoreState[])[ScoreState.Estimated, ScoreState.Unmeasured, ScoreState.Excluded]).Where(states.Contains).Select(state => new LegendEntry(
                NameOf(state), (x, y) => DrawGround(new(new("", ""), middle, state), x - 8, y - 7, 16, 14))),
        ];
    }

    private static Phrase NameOf(ScoreState state) => state switch
    {
        ScoreState.Measured => new("measured", "实测"),
        ScoreState.Unmeasured => new("not measured", "未测"),
        ScoreState.Estimated => new("estimated", "估计值"),
        ScoreState.Excluded => Words.Excluded,
    };

    private void DrawCell(ScorePart part, double x, double y, double width)
    {
        DrawGround(part, x, y, width, CellHeight);
        if (FieldTable.ShareOf(part) is { } share)
        {
            var isEstimated = part.State == ScoreState.Estimated;
            var text = (isEstimated ? "~" : "") + (100 * share).ToString("0", CultureInfo.InvariantCulture);
            sketch.Small(x + width / 2, y + CellHeight / 2 + 4, text, isEstimated ? Tone.Ink : heat.TextOn(share), Anchor.Middle);
        }
    }

    private void DrawGround(ScorePart part, double x, double y, double width, double height)
    {
        if (FieldTable.ShareOf(part) is not { } share)
        {
            DrawBlank(part.State, x, y, width, height);
        }
        else if (part.State == ScoreState.Estimated)
        {
            sketch.Fill(Outline.Box(x, y, width, height), Tone.Paper);
            sketch.Stroke(Outline.Box(x + 0.5, y + 0.5, width - 1, height - 1), Tone.Faint, 1, "3 2");
            sketch.Stroke(Outline.Hatch(x + 1, y + 1, width - 2, height - 2, 6), heat.ToneOf(heat.Low + (heat.High - heat.Low) / 4));
        }
        else
        {
            sketch.Fill(Outline.Box(x, y, width, height), heat.ToneOf(share));
        }
    }

    private void DrawBlank(ScoreState state, double x, double y, double width, double height)
    {
        var (middle, half) = (x + width / 2, height / 3);
        var (top, bottom) = (y + height / 2 - half, y + height / 2 + half);
        sketch.Fill(Outline.Box(x, y, width, height), Tone.Paper);
        sketch.Stroke(
            state == ScoreState.Excluded
                ? Outline.Line((middle - half, top), (middle + half, bottom)) + Outline.Line((middle - half, bottom), (middle + half, top))
                : Outline.Line((middle - half / 2, bottom), (middle + half / 2, top)),
            Tone.Unknown);
    }
}
