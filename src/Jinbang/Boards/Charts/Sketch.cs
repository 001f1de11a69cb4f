namespace Jinbang.Boards.Charts;

/// <summary>A drawing in the making.</summary>
internal sealed class Sketch(TextRuler ruler, Frame frame, Language language)
{
    private readonly List<Shape> shapes = [];
    private readonly List<Label> labels = [];

    public Frame Frame => frame;

    public Language Language => language;

    /// <summary>How wide it is; what has many columns may widen it.</summary>
    public double Width { get; set; } = frame.Width;

    public double Right => Width - frame.Margin;

    public void Fill(string path, Tone tone) => shapes.Add(new(path, tone));

    public void Stroke(string path, Tone tone, double thickness = 1, string dashes = "") =>
        shapes.Add(new(path, Tone.None, tone, thickness, dashes));

    /// <summary>An area with a line around it.</summary>
    public void Area(string path, Tone fill, Tone line, double thickness = 1) => shapes.Add(new(path, fill, line, thickness));

    public void Write(Label label) => labels.Add(label);

    public void Text(double x, double y, string text, Tone tone = Tone.Ink, Anchor anchor = Anchor.Start) =>
        labels.Add(new(x, y, text, frame.TextSize, tone, anchor));

    public void Small(double x, double y, string text, Tone tone = Tone.Faint, Anchor anchor = Anchor.Start) =>
        labels.Add(new(x, y, text, frame.SmallSize, tone, anchor));

    public double Measure(string text, double size) => ruler(text, size);

    /// <summary>The widest of texts in the common size; 0 when there are none.</summary>
    public double Widest(IEnumerable<string> texts) => texts.Select(text => ruler(text, frame.TextSize)).DefaultIfEmpty().Max();

    /// <summary>As much of the text, in one visible line, as the width holds.</summary>
    public string Fit(string text, double size, double width) => TextWidth.Fit(Plain.Text(text), size, width, ruler);

    /// <summary>Small text that may take several lines.</summary>
    /// <returns>The baseline of the last line.</returns>
    public double Paragraph(double x, double baseline, string text, int lines)
    {
        var pitch = frame.SmallSize + 6;
        var y = baseline;
        foreach (var line in TextWidth.Wrap(Plain.Text(text), frame.SmallSize, Right - x, lines, ruler))
        {
            Small(x, y, line);
            y += pitch;
        }

        return y - pitch;
    }

    public string Say(Phrase phrase) => phrase.In(language);

    public Drawing Finish(string title, string description, double height) => new(
        Plain.Text(title), Plain.Text(description), Width, Math.Ceiling(height), [new(Outline.Box(0, 0, Width, Math.Ceiling(height)), Tone.Paper), .. shapes], labels);
}
