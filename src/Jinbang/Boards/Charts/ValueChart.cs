using System.Globalization;
using Jinbang.Boards.Values;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Boards.Charts;

/// <summary>Accuracy against what it takes, with the models that no other beats in both.</summary>
internal sealed class ValueChart
{
    private const double Axis = 50;
    private const double ZeroColumn = 58;
    private const double Dot = 4;
    private const double FrontDot = 6;

    // More names at one point would be a bush.
    private const int MostAlike = 4;

    private readonly Sketch sketch;
    private readonly Board board;
    private readonly ValueMeasure measure;
    private readonly List<ValuePoint> points;
    private readonly List<ValuePoint> front;
    private readonly Zone area;
    private readonly double top;
    private readonly LogScale across;
    private readonly ShareScale up;

    private ValueChart(Board board, ValueMeasure measure, Sketch sketch)
    {
        (this.board, this.measure, this.sketch) = (board, measure, sketch);
        points = [.. PointsOf(board, measure)];
        var isOn = ParetoFront.Of([.. points.Select(point => point.Row)], measure.Of);
        front = [.. points.Where((_, place) => isOn[place]).OrderBy(point => point.Amount).ThenBy(point => point.Row.Rank)];
        top = Head.Draw(sketch, Title, BoardFacts.Of(board), Legend());
        var left = sketch.Frame.Margin + Axis;
        area = new(left, top + 28, sketch.Right - 8, top + 28 + sketch.Frame.PlotHeight);
        var zero = points.Any(point => point.Amount <= 0) ? ZeroColumn : 0;
        across = new LogScale([.. points.Select(point => point.Amount).Where(amount => amount > 0)], left + zero + 14, area.Right - 14);
        up = new ShareScale([.. points.Select(point => point.Share)], area with { Top = area.Top + 10, Bottom = area.Bottom - 10 });
    }

    /// <summary>Whether there is anything to see.</summary>
    public static bool Has(Board board, ValueMeasure measure) => PointsOf(board, measure).Any();

    public static Drawing Draw(Board board, ValueMeasure measure, TextRuler ruler, Frame frame) =>
        new ValueChart(board, measure, new Sketch(ruler, frame, board.Language)).Draw();

    private string Title => board.Title + sketch.Say(new(": ", "：")) + sketch.Say(measure.Title);

    private static IEnumerable<ValuePoint> PointsOf(Board board, ValueMeasure measure) =>
        from row in board.Rows
        where row is { Accuracy: not null, State: not ScoreState.Excluded } && measure.Of(row) is not null
        select new ValuePoint(row, measure.Of(row)!.Value, row.Accuracy!.Value);

    private Drawing Draw()
    {
        DrawAxes();
        sketch.Stroke(Outline.Line(Edge()), Tone.Accent, 2);
        foreach (var point in points.Except(front))
        {
            DrawPoint(point, Dot);
        }

        foreach (var point in front)
        {
            DrawPoint(point, FrontDot);
        }

        DrawNames();
        return sketch.Finish(Title, sketch.Say(Front()), DrawNotes() + 18);
    }

    private IEnumerable<LegendEntry> Legend() =>
    [
        .. Look.Legend(sketch, [.. points.Select(point => point.Row)]),
        new(new($"front: no other is both {measure.Better.English} and better", $"前沿：没有其他模型既{measure.Better.Chinese}又更准"), (x, y) =>
        {
            sketch.Stroke(Outline.Line((x - 7, y + 5), (x, y + 5), (x, y - 5), (x + 7, y - 5)), Tone.Accent, 2);
        }),
        .. points.Any(point => point.Row.State == ScoreState.Estimated)
            ? [new(new("estimated", "估计值"), (x, y) => sketch.Area(Outline.Of(Mark.Circle, x, y, 4), Tone.Paper, Tone.Unknown, 2))]
            : Array.Empty<LegendEntry>(),
    ];

    private double X(ValuePoint point) => point.Amount > 0 ? across.At(point.Amount) : area.Left + ZeroColumn / 2;

    private double Y(ValuePoint point) => up.At(point.Share);

    private void DrawAxes()
    {
        up.Draw(sketch);
        sketch.Small(sketch.Frame.Margin, top + 16, sketch.Say(Words.Accuracy));
        var taken = double.NegativeInfinity;
        if (points.Any(point => point.Amount <= 0))
        {
            sketch.Fill(Outline.Box(area.Left, area.Top, ZeroColumn, area.Bottom - area.Top), Tone.Stripe);
            sketch.Small(area.Left + ZeroColumn / 2, area.Bottom + 18, sketch.Say(measure.Zero), Tone.Ink, Anchor.Middle);
            taken = area.Left + ZeroColumn / 2 + sketch.Measure(sketch.Say(measure.Zero), sketch.Frame.SmallSize) / 2;
        }

        foreach (var (x, text) in points.Any(point => point.Amount > 0) ? across.Ticks : [])
        {
            var half = sketch.Measure(text, sketch.Frame.SmallSize) / 2;
            sketch.Stroke(Outline.Down(x, area.Top, area.Bottom + 4), Tone.Grid);
            if (x - half > taken + 6 && x + half < sketch.Width)
            {
                sketch.Small(x, area.Bottom + 18, text, Tone.Faint, Anchor.Middle);
                taken = x + half;
            }
        }

        sketch.Small(area.Right, area.Bottom + 38, sketch.Say(measure.Axis), Tone.Faint, Anchor.End);
    }

    /// <summary>The edge of what can be had: across to the next amount, then up.</summary>
    private List<(double X, double Y)> Edge()
    {
        var path = new List<(double X, double Y)>();
        foreach (var point in front)
        {
            path.AddRange(path.Count > 0 ? [(X(point), path[^1].Y), (X(point), Y(point))] : [(X(point), Y(point))]);
        }

        return [.. path, (area.Right, path[^1].Y)];
    }

    /// <summary>A margin of paper keeps points apart that lie on each other.</summary>
    private void DrawPoint(ValuePoint point, double radius)
    {
        var outline = Outline.Of(Look.MarkOf(point.Row.Openness), X(point), Y(point), radius);
        var tone = Look.ToneOf(point.Row.Openness);
        if (point.Row.State == ScoreState.Estimated)
        {
            sketch.Area(outline, Tone.Paper, tone, 2);
        }
        else
        {
            sketch.Area(outline, tone, Tone.Paper);
        }
    }

    private void DrawNames()
    {
        var placer = new LabelPlacer(sketch, area);
        var edge = Edge();
        foreach (var (from, to) in edge.Zip(edge.Skip(1)))
        {
            placer.Block(new(Math.Min(from.X, to.X) - 2, Math.Min(from.Y, to.Y) - 2, Math.Max(from.X, to.X) + 2, Math.Max(from.Y, to.Y) + 2));
        }

        foreach (var point in front)
        {
            placer.Block(Zone.Around(X(point), Y(point), FrontDot));
        }

        foreach (var point in points)
        {
            placer.Shun(Zone.Around(X(point), Y(point), Dot));
        }

        foreach (var alike in front.GroupBy(point => (point.Amount, point.Share)).OrderByDescending(alike => alike.Key.Share))
        {
            foreach (var name in NamesOf([.. alike]))
            {
                placer.Place(name, X(alike.First()), Y(alike.First()), FrontDot);
            }
        }
    }

    /// <summary>What stands beside a point: names, or where these have no room their places in the list below.</summary>
    private List<string> NamesOf(List<ValuePoint> alike)
    {
        if (sketch.Frame.IsNarrow)
        {
            return [new RankSpan(PlaceOf(alike[0]), PlaceOf(alike[^1])).ToString()];
        }

        var names = alike.ConvertAll(point => Places.NameOf(point.Row));
        return names.Count <= MostAlike ? names : [$"{names[0]} +{names.Count - 1}"];
    }

    private int PlaceOf(ValuePoint point) => front.IndexOf(point) + 1;

    private Phrase Front()
    {
        string Told(ValuePoint point, string unit) =>
            (sketch.Frame.IsNarrow ? $"{PlaceOf(point)}: " : "") + $"{point.Row.Model} ({Figures.Percent(point.Share)}, {point.Amount.ToString("0.##", CultureInfo.InvariantCulture)}{unit})";
        var english = BoardFacts.List([.. front.Select(point => Told(point, measure.Unit.English))]).English;
        var chinese = BoardFacts.List([.. front.Select(point => Told(point, measure.Unit.Chinese))]).Chinese;
        return new($"On the front, {measure.Better.English} first: {english}.", $"前沿（{measure.Better.Chinese}的在前）：{chinese}。");
    }

    private double DrawNotes()
    {
        var below = sketch.Paragraph(sketch.Frame.Margin, area.Bottom + 66, sketch.Say(Front()), 8);
        var missing = board.Rows.Where(row => row is { Accuracy: not null, State: not ScoreState.Excluded } && measure.Of(row) is null).Select(Places.NameOf).ToList();
        if (missing.Count == 0)
        {
            return below;
        }

        var names = BoardFacts.List(missing);
        var leftOut = new Phrase($"Left out, {measure.Missing.English}: {names.English}.", $"未列出（{measure.Missing.Chinese}）：{names.Chinese}。");
        return sketch.Paragraph(sketch.Frame.Margin, below + 20, sketch.Say(leftOut), 4);
    }
}
