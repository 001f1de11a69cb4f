using System.Globalization;
using Jinbang.Boards.Items;

namespace Jinbang.Boards.Charts;

/// <summary>The map of an exam's questions; those with suspect keys are marked and named.</summary>
internal sealed class ItemChart
{
    private const double Axis = 50;

    // Questions closer than this are one dot, larger the more they are.
    private const double Together = 9;

    private readonly Sketch sketch;
    private readonly ItemReport report;
    private readonly Zone area;
    private readonly double top;
    private readonly double low;
    private readonly double high;
    private readonly List<ItemDot> dots;

    private ItemChart(ItemReport report, Sketch sketch)
    {
        (this.report, this.sketch) = (report, sketch);
        top = Head.Draw(sketch, Title, [sketch.Say(Words.Questions(report.Rows.Count)), sketch.Say(Words.Models(report.Models))], Legend());
        area = new(sketch.Frame.Margin + Axis, top + 28, sketch.Right - 8, top + 28 + sketch.Frame.PlotHeight);
        var values = report.Rows.Select(item => item.Discrimination).OfType<double>().ToList();
        low = Math.Floor(5 * Math.Min(-0.2, values.DefaultIfEmpty(0).Min())) / 5;
        high = Math.Ceiling(5 * Math.Max(0.6, values.DefaultIfEmpty(0).Max())) / 5;
        dots = [.. Dots()];
    }

    public static Drawing Draw(ItemReport report, Language language, TextRuler ruler, Frame frame) => new ItemChart(report, new Sketch(ruler, frame, language)).Draw();

    private string Title => report.Title + sketch.Say(new(": questions", "：题目分布"));

    private Drawing Draw()
    {
        DrawAxes();
        foreach (var dot in dots)
        {
            sketch.Area(
                Outline.Of(dot.IsSuspect ? Mark.Triangle : Mark.Circle, dot.X, dot.Y, dot.Radius),
                dot.IsSuspect ? Tone.Alarm : Tone.Series1, Tone.Paper);
        }

        DrawNames();
        return sketch.Finish(Title, sketch.Say(Suspects()), DrawNotes() + 18);
    }

    private IEnumerable<LegendEntry> Legend() =>
    [
        new(new("question; larger: several", "题目；越大越多"), (x, y) => sketch.Fill(Outline.Of(Mark.Circle, x, y, 4), Tone.Series1)),
        .. report.Rows.Any(IsSuspect)
            ? [new(new("suspect key", "答案存疑"), (x, y) => sketch.Fill(Outline.Of(Mark.Triangle, x, y, 4), Tone.Alarm))]
            : Array.Empty<LegendEntry>(),
    ];

    private static bool IsSuspect(ItemRow item) => item.Flags.Contains(ItemConcern.SuspectKey);

    private double X(double difficulty) => area.Left + 12 + Math.Clamp(difficulty, 0, 1) * (area.Right - area.Left - 24);

    private double Y(double discrimination) => area.Bottom - (Math.Clamp(discrimination, low, high) - low) / (high - low) * (area.Bottom - area.Top);

    private IEnumerable<ItemDot> Dots() =>
        from item in report.Rows
        where item is { Difficulty: not null, Discrimination: not null }
        let place = (X: X(item.Difficulty!.Value), Y: Y(item.Discrimination!.Value))
        group (place, item) by (IsSuspect: IsSuspect(item), Column: Math.Floor(place.X / Together), Line: Math.Floor(place.Y / Together)) into near
        orderby near.Key.IsSuspect
        select new ItemDot(
            near.Average(at => at.place.X), near.Average(at => at.place.Y), near.Key.IsSuspect, [.. near.Select(at => at.item)]);

    private void DrawAxes()
    {
        sketch.Small(sketch.Frame.Margin, top + 16, sketch.Say(new("discrimination (correlation with the other questions)", "区分度（与其余题目得分的相关）")));
        for (var step = (int)Math.Round(low * 5); step <= high * 5 + 0.1; step++)
        {
            var y = Y(step / 5.0);
            sketch.Stroke(Outline.Across(area.Left, area.Right, y), step == 0 ? Tone.Faint : Tone.Grid);
            sketch.Small(area.Left - 8, y + 4, (step / 5.0).ToString("0.0", CultureInfo.InvariantCulture), Tone.Faint, Anchor.End);
        }

        for (var percent = 0; percent <= 100; percent += 20)
        {
            sketch.Stroke(Outline.Down(X(percent / 100.0), area.Top, area.Bottom + 4), Tone.Grid);
            sketch.Small(X(percent / 100.0), area.Bottom + 18, $"{percent}%", Tone.Faint, Anchor.Middle);
        }

        sketch.Small(area.Right, area.Bottom + 38, sketch.Say(new("share right: hard on the left, easy on the right", "答对比例：左难右易")), Tone.Faint, Anchor.End);
    }

    private void DrawNames()
    {
        var placer = new LabelPlacer(sketch, area);
        foreach (var dot in dots)
        {
            if (dot.IsSuspect)
            {
                placer.Block(Zone.Around(dot.X, dot.Y, dot.Radius));
            }
            else
            {
                placer.Shun(Zone.Around(dot.X, dot.Y, dot.Radius));
            }
        }

        foreach (var dot in dots.Where(dot => dot.IsSuspect).OrderByDescending(dot => dot.Items.Max(item => item.Suspicion)))
        {
            placer.Place(dot.Items[0].Question + (dot.Items.Count > 1 ? $" +{dot.Items.Count - 1}" : ""), dot.X, dot.Y, dot.Radius);
        }
    }

    private Phrase Suspects()
    {
        var names = report.Rows.Where(IsSuspect).OrderByDescending(item => item.Suspicion).Select(item => item.Question).ToList();
        return names.Count == 0
            ? new("No key is suspect.", "没有存疑的答案。")
            : new($"Suspect keys, the worst first: {BoardFacts.List(names).English}.", $"存疑的答案（最可疑的在前）：{BoardFacts.List(names).Chinese}。");
    }

    private double DrawNotes()
    {
        var below = sketch.Paragraph(sketch.Frame.Margin, area.Bottom + 66, sketch.Say(Suspects()), 6);
        var flat = report.Rows.Count(item => item.Discrimination is null || item.Difficulty is null);
        return flat == 0 ? below : sketch.Paragraph(sketch.Frame.Margin, below + 20, sketch.Say(new(
            $"Left out, since nothing tells of their discrimination (all models earned the same, or few answered): {flat}.", $"未列出（无法计算区分度：所有模型得分相同，或作答的模型太少）：{flat} 题。")), 2);
    }
}
