using System.Globalization;

namespace Jinbang.Boards.Charts;

/// <summary>The map of an exam's questions; those with suspect keys are marked and named.</summary>
internal sealed class ItemChart
{
    private const double Axis = 50;

    // Questions closer than this are one dot, larger the more they are.
    private const double Together = 9;

    private readonly Sketch sketch;
    private readonly ItemMap map;
    private readonly Zone area;
    private readonly double top;
    private readonly double low;
    private readonly double high;
    private readonly List<ItemDot> dots;

    private ItemChart(ItemMap map, Sketch sketch)
    {
        (this.map, this.sketch) = (map, sketch);
        top = Head.Draw(sketch, Title, [sketch.Say(Words.Questions(map.Items.Count)), sketch.Say(Words.Models(map.Models))], Legend());
        area = new(sketch.Frame.Margin + Axis, top + 28, sketch.Right - 8, top + 28 + sketch.Frame.PlotHeight);
        var values = map.Items.Select(item => item.Discrimination).OfType<double>().ToList();
        low = Math.Floor(5 * Math.Min(-0.2, values.DefaultIfEmpty(0).Min())) / 5;
        high = Math.Ceiling(5 * Math.Max(0.6, values.DefaultIfEmpty(0).Max())) / 5;
        dots = [.. Dots()];
    }

    public static Drawing Draw(ItemMap map, TextRuler ruler, Frame frame) => new ItemChart(map, new Sketch(ruler, frame, map.Language)).Draw();

    private string Title => map.Title + sketch.Say(new(": questions", "：题目分布"));

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
        .. map.Items.Any(item => item.IsSuspect)
            ? [new(new("suspect key", "答案存疑"), (x, y) => sketch.Fill(Outline.Of(Mark.Triangle, x, y, 4), Tone.Alarm))]
            : Array.Empty<LegendEntry>(),
    ];

    private double X(double difficulty) => area.Left + 12 + Math.Clamp(difficulty, 0, 1) * (area.Right - area.Left - 24);

    private double Y(double discrimination) => area.Bottom - (Math.Clamp(discrimination, low, high) - low) / (high - low) * (area.Bottom - area.Top);

    private IEnumerable<ItemDot> Dots() =>
        from item in map.Items
        where item.Discrimination is not null
        let place = (X: X(item.Difficulty), Y: Y(item.Discrimination!.Value))
        group (place, item) by (item.IsSuspect, Math.Floor(place.X / Together), Math.Floor(place.Y / Together)) into near
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

        foreach (var dot in dots.Where(dot => dot.IsSuspect).OrderBy(dot => dot.Items[0].Discrimination))
        {
            placer.Place(dot.Items[0].Id + (dot.Items.Count > 1 ? $" +{dot.Items.Count - 1}" : ""), dot.X, dot.Y, dot.Radius);
        }
    }

    private Phrase Suspects()
    {
        var names = map.Items.Where(item => item.IsSuspect).OrderBy(item => item.Discrimination).Select(item => item.Id).ToList();
        return names.Count == 0
            ? new("No key is suspect.", "没有存疑的答案。")
            : new($"Suspect keys, the worst first: {BoardFacts.List(names).English}.", $"存疑的答案（最可疑的在前）：{BoardFacts.List(names).Chinese}。");
    }

    private double DrawNotes()
    {
        var below = sketch.Paragraph(sketch.Frame.Margin, area.Bottom + 66, sketch.Say(Suspects()), 6);
        var flat = map.Items.Count(item => item.Discrimination is null);
        return flat == 0 ? below : sketch.Paragraph(sketch.Frame.Margin, below + 20, sketch.Say(new(
            $"Left out, since all models earned the same: {flat}.", $"未列出（所有模型得分相同）：{flat} 题。")), 2);
    }
}
