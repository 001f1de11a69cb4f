namespace Jinbang.Boards.Charts;

/// <summary>What every picture begins with: a title, facts in small print and the legend.</summary>
internal static class Head
{
    /// <summary>Sides of a legend's marks.</summary>
    public const double Swatch = 14;

    private const double LinePitch = 20;

    /// <summary>Draws it at the top.</summary>
    /// <returns>Where it ends.</returns>
    public static double Draw(Sketch sketch, string title, IEnumerable<string?> facts, IEnumerable<LegendEntry> legend)
    {
        var frame = sketch.Frame;
        var y = frame.Margin + frame.TitleSize - 2;
        sketch.Write(new(frame.Margin, y, sketch.Fit(title, frame.TitleSize, sketch.Right - frame.Margin), frame.TitleSize, Tone.Ink));
        var subtitle = string.Join(" · ", facts.Where(fact => !string.IsNullOrWhiteSpace(fact)));
        y = subtitle.Length > 0 ? sketch.Paragraph(frame.Margin, y + frame.SmallSize + 12, subtitle, 3) : y;
        return DrawLegend(sketch, y, [.. legend]);
    }

    private static double DrawLegend(Sketch sketch, double bottom, List<LegendEntry> legend)
    {
        var frame = sketch.Frame;
        var (x, y) = (frame.Margin, bottom + LinePitch + 4);
        foreach (var entry in legend)
        {
            var indent = entry.Draw is null ? 0 : Swatch + 6;
            var text = sketch.Fit(sketch.Say(entry.Meaning), frame.SmallSize, sketch.Right - frame.Margin - indent);
            var width = indent + sketch.Measure(text, frame.SmallSize);
            if (x > frame.Margin && x + width > sketch.Right)
            {
                (x, y) = (frame.Margin, y + LinePitch);
            }

            entry.Draw?.Invoke(x + Swatch / 2, y - 4);
            sketch.Small(x + indent, y, text);
            x += width + 18;
        }

        return legend.Count > 0 ? y + 6 : bottom + 6;
    }
}
