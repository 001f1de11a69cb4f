namespace Jinbang.Boards.Charts;

/// <summary>The bars of a board: a line a model in the board's order, with the interval of its accuracy.</summary>
internal sealed class BoardChart
{
    private readonly Sketch sketch;
    private readonly Board board;
    private readonly NameColumns columns;
    private readonly ShareAxis axis;

    private BoardChart(Board board, Sketch sketch)
    {
        (this.board, this.sketch) = (board, sketch);
        columns = new NameColumns(sketch, board.Rows, [.. board.Rows.Select(row => (Places.FigureOf(row, sketch), SideOf(row)))]);
        axis = new ShareAxis(sketch, columns.Left, sketch.Right - 12);
    }

    /// <summary>Draws the board with texts of the widths that the ruler tells.</summary>
    public static Drawing Draw(Board board, TextRuler ruler, Frame frame) => new BoardChart(board, new Sketch(ruler, frame, board.Language)).Draw();

    private Drawing Draw()
    {
        var title = $"{board.Title} {sketch.Say(Words.Accuracy)}";
        var top = Head.Draw(sketch, title, BoardFacts.Of(board), Legend()) + 30;
        var bottom = top + Math.Max(1, board.Rows.Count) * columns.Pitch;
        columns.DrawBands(top);
        axis.Draw(top, bottom);
        for (var i = 0; i < board.Rows.Count; i++)
        {
            columns.DrawRow(i, top + i * columns.Pitch);
            DrawMarks(board.Rows[i], columns.Middle(top + i * columns.Pitch));
        }

        var below = DrawChance(top, bottom, bottom + ShareAxis.Below(bottom - top));
        foreach (var note in board.Notes)
        {
            below = sketch.Paragraph(sketch.Frame.Margin, below + 20, sketch.Say(note), 3);
        }

        return sketch.Finish(title, sketch.Say(BoardFacts.Summary(board)), below + 18);
    }

    private List<LegendEntry> Legend()
    {
        var (rows, list) = (board.Rows, Look.Legend(sketch, board.Rows).ToList());
        void Add(bool isNeeded, Phrase meaning, Action<double, double>? draw) => list.AddRange(isNeeded ? [new(meaning, draw)] : Array.Empty<LegendEntry>());
        Add(rows.Any(row => row.AccuracyInterval is not null), new("95 % interval", "95% 区间"), (x, y) => Whisker(x - 7, x + 7, y));
        Add(rows.Any(row => row.State == ScoreState.Estimated), new("estimated", "估计值"), (x, y) => Estimated(x - 7, x + 7, y, Tone.Unknown));
        Add(Places.Groups(rows).Any(count => count > 1), new("cannot be told apart", "无法区分高下"), (x, y) =>
            sketch.Stroke(Outline.Line((x + 2, y - 6), (x - 2, y - 6), (x - 2, y + 6), (x + 2, y + 6)), Tone.Faint, 1.5));
        Add(rows.Any(row => SideOf(row).Length > 0), new("n/m: graded of planned", "n/m：已评分 / 应评分"), null);
        Add(rows.Any(row => row.Repeats is not null), Words.OneOfRepeats, (x, y) => Pale(x - 7, x + 7, y, Tone.UnknownPale, Tone.Unknown));
        Add(rows.Any(row => row.Repeats is not null), Words.MajorityVote, Majority);
        return list;
    }

    private static string SideOf(BoardRow row) => row.Coverage is { IsFull: false } coverage ? $"{coverage.Graded}/{coverage.Planned}" : "";

    private void DrawMarks(BoardRow row, double middle)
    {
        if (row.State == ScoreState.Excluded || row.Accuracy is not { } share)
        {
            return;
        }

        var (from, to, tone, pale) = (axis.At(0), Math.Max(axis.At(share), axis.At(0) + 2), Look.ToneOf(row.Openness), Look.PaleOf(row.Openness));
        if (row.Repeats?.Pass[^1].Share is { } pass)
        {
            Pale(from, axis.At(pass), middle, pale, tone);
        }

        if (row.State == ScoreState.Estimated)
        {
            Estimated(from, to, middle, tone);
        }
        else
        {
            sketch.Fill(Outline.Box(from, middle - NameColumns.BarHeight / 2, to - from, NameColumns.BarHeight, 3), tone);
        }

        if (row.AccuracyInterval is { } interval)
        {
            Whisker(axis.At(interval.Low), axis.At(interval.High), middle);
        }

        if (row.Repeats?.Majority is { } majority)
        {
            Majority(axis.At(majority), middle);
        }
    }

    private void Pale(double from, double to, double y, Tone fill, Tone line) =>
        sketch.Area(Outline.Box(from, y - NameColumns.BarHeight / 2, to - from, NameColumns.BarHeight, 3), fill, line);

    private void Estimated(double from, double to, double y, Tone tone)
    {
        var (top, height) = (y - NameColumns.BarHeight / 2, NameColumns.BarHeight);
        sketch.Fill(Outline.Box(from, top, to - from, height), Tone.Paper);
        sketch.Stroke(Outline.Box(from, top, to - from, height) + Outline.Hatch(from, top, to - from, height), tone);
    }

    /// <summary>The line has a margin of paper, so that it shows on every bar.</summary>
    private void Whisker(double from, double to, double y)
    {
        var path = Outline.Across(from, to, y) + Outline.Down(from, y - 4, y + 4) + Outline.Down(to, y - 4, y + 4);
        sketch.Stroke(path, Tone.Paper, 4);
        sketch.Stroke(path, Tone.Ink, 1.5);
    }

    private void Majority(double x, double y) =>
        sketch.Area(Outline.Of(Mark.Wedge, x, y - 5, 3.5), Tone.Ink, Tone.Paper);

    private double DrawChance(double top, double bottom, double below)
    {
        if (board.ChanceLevel is not { } level)
        {
            return below;
        }

        var line = Outline.Down(axis.At(level), top - 4, bottom + 4);
        sketch.Stroke(line, Tone.Paper, 3);
        sketch.Stroke(line, Tone.Ink, 1, "5 4");
        var text = sketch.Say(Words.ChanceLevel(level));
        var half = sketch.Measure(text, sketch.Frame.SmallSize) / 2;
        var x = Math.Max(sketch.Frame.Margin + half, Math.Min(axis.At(level), sketch.Right - half));
        sketch.Small(x, below + 14, text, Tone.Ink, Anchor.Middle);
        return below + 18;
    }
}
