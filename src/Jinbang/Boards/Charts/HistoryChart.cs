using Jinbang.Boards.Editions;

namespace Jinbang.Boards.Charts;

/// <summary>Accuracies over editions: the first models by colour and name, the others as grey lines behind them.</summary>
internal sealed class HistoryChart
{
    private const double Axis = 50;
    private const double NameRoom = 220;
    private const double NamePitch = 17;

    private readonly Sketch sketch;
    private readonly ScoreHistory history;
    private readonly IReadOnlyList<ModelHistory> named;
    private readonly Zone area;
    private readonly ShareScale up;
    private readonly double top;

    private HistoryChart(ScoreHistory history, Sketch sketch)
    {
        (this.history, this.sketch) = (history, sketch);
        named = [.. history.Models.Where(line => line.Accuracies.Any(share => share is not null)).Take(Series.Count)];
        Phrase editions = new(history.Points.Count == 1 ? "1 edition" : $"{history.Points.Count} editions", $"{history.Points.Count} 期");
        top = Head.Draw(sketch, Title, [sketch.Say(Words.Models(history.Models.Count)), sketch.Say(editions)], Legend());
        var frame = sketch.Frame;
        area = new(frame.Margin + Axis, top + 28, frame.Right - (frame.IsNarrow ? 0 : NameRoom), top + 28 + frame.PlotHeight);
        up = new ShareScale([.. history.Models.SelectMany(line => line.Accuracies).OfType<double>()], area with { Top = area.Top + 10, Bottom = area.Bottom - 10 });
    }

    public static Drawing Draw(ScoreHistory history, Language language, TextRuler ruler, Frame frame) =>
        new HistoryChart(history, new Sketch(ruler, frame, language)).Draw();

    private string Title => history.Title + sketch.Say(new(": over editions", "：历期变化"));

    private Drawing Draw()
    {
        DrawAxes();
        foreach (var line in history.Models.Except(named))
        {
            foreach (var run in Runs(line))
            {
                sketch.Stroke(run.Count > 1 ? Outline.Line(run) : Outline.Across(run[0].X - 3, run[0].X + 3, run[0].Y), Tone.Unknown, 0.7);
            }
        }

        for (var i = named.Count - 1; i >= 0; i--)
        {
            foreach (var run in Runs(named[i]))
            {
                Series.Draw(sketch, i, run);
            }
        }

        if (!sketch.Frame.IsNarrow)
        {
            DrawNames();
        }

        return sketch.Finish(Title, sketch.Say(Summary()), area.Bottom + 40);
    }

    // Where there is no room for names beside the lines, the legend has them.
    private IEnumerable<LegendEntry> Legend()
    {
        var grey = new LegendEntry(new("other models", "其他模型"), (x, y) => sketch.Stroke(Outline.Across(x - 8, x + 8, y), Tone.Unknown));
        return
        [
            .. sketch.Frame.IsNarrow ? named.Select((line, i) => Series.Entry(sketch, i, line.Model)) : [],
            .. history.Points.Any(point => point.IsOtherExam) ? [new(new("other questions: scores do not compare", "题目已变，成绩不可比"), (x, y) => Break(x, y - 7, y + 7))] : Array.Empty<LegendEntry>(),
            .. history.Models.Count > named.Count ? [grey] : Array.Empty<LegendEntry>(),
        ];
    }

    private void Break(double x, double from, double to) => sketch.Stroke(Outline.Down(x, from, to), Tone.Ink, 1, "5 4");

    private double X(int edition) => history.Points.Count < 2
        ? (area.Left + area.Right) / 2
        : area.Left + 16 + edition * (area.Right - area.Left - 32) / (history.Points.Count - 1);

    /// <summary>The line in pieces without gaps, each over the same questions.</summary>
    private IEnumerable<IReadOnlyList<(double X, double Y)>> Runs(ModelHistory line)
    {
        var run = new List<(double X, double Y)>();
        for (var i = 0; i < history.Points.Count; i++)
        {
            var share = line.Accuracies.ElementAtOrDefault(i);
            if (run.Count > 0 && (share is null || history.Points[i].IsOtherExam))
            {
                yield return run;
                run = [];
            }

            if (share is not null)
            {
                run.Add((X(i), up.At(share.Value)));
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private void DrawAxes()
    {
        up.Draw(sketch);
        sketch.Small(sketch.Frame.Margin, top + 16, sketch.Say(Words.Accuracy));
        var (taken, size) = (double.NegativeInfinity, sketch.Frame.SmallSize);
        for (var i = 0; i < history.Points.Count; i++)
        {
            var text = sketch.Fit(history.Points[i].Version, size, 90);
            var half = sketch.Measure(text, size) / 2;
            sketch.Stroke(Outline.Down(X(i), area.Top, area.Bottom + 4), Tone.Grid);
            if (history.Points[i].IsOtherExam)
            {
                Break((X(i - 1) + X(i)) / 2, area.Top, area.Bottom);
            }

            var x = Math.Max(sketch.Frame.Margin + half, Math.Min(X(i), sketch.Right - half));
            if (x - half > taken + 8)
            {
                sketch.Small(x, area.Bottom + 20, text, Tone.Faint, Anchor.Middle);
                taken = x + half;
            }
        }
    }

    /// <summary>Names stand at the height of their lines' ends, moved apart where these are close.</summary>
    private void DrawNames()
    {
        var ends = named.Select((line, i) => (Line: line, Index: i, End: Runs(line).Last()[^1])).OrderBy(end => end.End.Y).ToList();
        var y = area.Top;
        var rows = new List<double>();
        foreach (var end in ends)
        {
            rows.Add(y = Math.Max(end.End.Y, y));
            y += NamePitch;
        }

        for (var i = 0; i < ends.Count; i++)
        {
            var at = Math.Min(rows[i], area.Bottom - (ends.Count - 1 - i) * NamePitch);
            var (line, index, end) = ends[i];
            sketch.Stroke(Outline.Line((end.X + 6, end.Y), (area.Right + 14, at)), Tone.Faint);
            sketch.Area(Series.MarkAt(index, area.Right + 22, at), Series.ToneOf(index), Tone.Paper);
            sketch.Small(area.Right + 32, at + 4, sketch.Fit(line.Model, sketch.Frame.SmallSize, sketch.Right - area.Right - 32), Tone.Ink);
        }
    }

    private Phrase Summary()
    {
        var names = BoardFacts.List([.. named.Select(line => line.Model)], Series.Count);
        return new($"Accuracy over {history.Points.Count} editions, among others of {names.English}.", $"{history.Points.Count} 期的准确率，包括 {names.Chinese}。");
    }
}
