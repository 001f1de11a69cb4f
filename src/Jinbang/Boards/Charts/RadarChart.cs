namespace Jinbang.Boards.Charts;

/// <summary>The shapes of the first models' strengths: a ray a part of the board.</summary>
internal sealed class RadarChart
{
    private const int LeastRays = 3;
    private const int MostRays = 12;

    private readonly Sketch sketch;
    private readonly Board board;
    private readonly IReadOnlyList<Phrase> headings;
    private readonly IReadOnlyList<BoardRow> shown;
    private readonly double low;
    private double centreX;
    private double centreY;
    private double radius;

    private RadarChart(Board board, Sketch sketch)
    {
        (this.board, this.sketch) = (board, sketch);
        headings = FieldTable.HeadingsOf(board);
        shown = [.. Complete(board, headings).Take(Series.Count)];
        var least = shown.SelectMany(row => Shares(row, headings)).Min();
        low = Math.Max(0, Math.Floor(10 * least!.Value) / 10 - 0.1);
    }

    /// <summary>Whether there are rays enough, and not too many, and a model that has a figure on all of them.</summary>
    public static bool Has(Board board)
    {
        var headings = FieldTable.HeadingsOf(board);
        return headings.Count is >= LeastRays and <= MostRays && Complete(board, headings).Any();
    }

    public static Drawing Draw(Board board, TextRuler ruler, Frame frame) => new RadarChart(board, new Sketch(ruler, frame, board.Language)).Draw();

    private static IEnumerable<BoardRow> Complete(Board board, IReadOnlyList<Phrase> headings) =>
        board.Rows.Where(row => row.State != ScoreState.Excluded && Shares(row, headings).All(share => share is not null));

    private static IEnumerable<double?> Shares(BoardRow row, IReadOnlyList<Phrase> headings) => FieldTable.Of(row, headings).Select(FieldTable.ShareOf);

    private Drawing Draw()
    {
        var title = board.Title + sketch.Say(new(": strengths", "：各领域强弱"));
        var top = Head.Draw(sketch, title, BoardFacts.Of(board), shown.Select((row, i) => Series.Entry(sketch, i, Places.NameOf(row))));
        var frame = sketch.Frame;
        radius = frame.IsNarrow ? 105 : 210;
        (centreX, centreY) = (frame.Width / 2, top + radius + 44);
        DrawRings();
        DrawRays();
        for (var i = shown.Count - 1; i >= 0; i--)
        {
            Series.Draw(sketch, i, [.. Shares(shown[i], headings).Select((share, ray) => Point(ray, share!.Value))], isClosed: true);
        }

        return sketch.Finish(title, sketch.Say(BoardFacts.Summary(board)), DrawNote(centreY + radius + 46) + 18);
    }

    private (double X, double Y) Point(int ray, double share)
    {
        var (distance, angle) = ((Math.Clamp(share, low, 1) - low) / (1 - low) * radius, 2 * Math.PI * ray / headings.Count);
        return (centreX + distance * Math.Sin(angle), centreY - distance * Math.Cos(angle));
    }

    private void DrawRings()
    {
        var step = 1 - low > 0.55 ? 20 : 10;
        for (var percent = 100; percent >= 100 * low - 0.5; percent -= step)
        {
            sketch.Stroke(Outline.Polygon([.. headings.Select((_, ray) => Point(ray, percent / 100.0))]), Tone.Grid);
            sketch.Small(centreX - 4, Point(0, percent / 100.0).Y + 4, $"{percent}%", Tone.Faint, Anchor.End);
        }
    }

    private void DrawRays()
    {
        var size = sketch.Frame.SmallSize;
        for (var ray = 0; ray < headings.Count; ray++)
        {
            var (x, y) = Point(ray, 1);
            sketch.Stroke(Outline.Line((centreX, centreY), (x, y)), Tone.Grid);
            var side = (x - centreX) / radius;
            var anchor = side switch { > 0.15 => Anchor.Start, < -0.15 => Anchor.End, _ => Anchor.Middle };
            var (textX, textY) = (x + 12 * side, y + 14 * (y - centreY) / radius + 4);
            var room = anchor switch
            {
                Anchor.Start => sketch.Right + sketch.Frame.Margin / 2 - textX,
                Anchor.End => textX - sketch.Frame.Margin / 2,
                Anchor.Middle => 2 * radius * Math.Sin(2 * Math.PI / headings.Count) - 8,
            };
            sketch.Small(textX, textY, sketch.Fit(sketch.Say(headings[ray]), size, room), Tone.Ink, anchor);
        }
    }

    private double DrawNote(double baseline)
    {
        var left = board.Rows.Count - shown.Count;
        var note = new Phrase($"{left} more models are not shown: only those with a figure in every field are, and at most {Series.Count}.", $"另有 {left} 个模型未画出：只画各领域都有成绩的模型，最多 {Series.Count} 个。");
        return left > 0 ? sketch.Paragraph(sketch.Frame.Margin, baseline, sketch.Say(note), 3) : baseline - 20;
    }
}
