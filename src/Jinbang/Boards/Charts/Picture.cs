namespace Jinbang.Boards.Charts;

/// <summary>One way to see figures, before it has a format.</summary>
public sealed class Picture
{
    private readonly Func<TextRuler, Frame, Drawing> draw;

    // The same picture is written in one theme after the other.
    private Drawn? last;

    internal Picture(string suffix, Phrase alternative, Func<TextRuler, Frame, Drawing> draw) =>
        (Suffix, Alternative, this.draw) = (suffix, alternative, draw);

    /// <summary>What its files' names have after the board's: nothing for the board's own, else such as <c>-value</c>.</summary>
    public string Suffix { get; }

    /// <summary>What stands for it where it cannot be seen.</summary>
    public Phrase Alternative { get; }

    internal Drawing Draw(TextRuler ruler, Frame frame)
    {
        if (last is { } drawn && drawn.Ruler == ruler && drawn.Frame == frame)
        {
            return drawn.Drawing;
        }

        var drawing = draw(ruler, frame);
        last = new(ruler, frame, drawing);
        return drawing;
    }

    /// <summary>Every character that it may show, however much of the long names will fit.</summary>
    internal string AllText(Frame frame) => string.Concat(draw((_, _) => 0, frame).Labels.Select(label => label.Text)) + TextWidth.Ellipsis;

    private sealed record Drawn(TextRuler Ruler, Frame Frame, Drawing Drawing);
}
