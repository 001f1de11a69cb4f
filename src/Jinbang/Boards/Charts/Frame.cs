namespace Jinbang.Boards.Charts;

/// <summary>The room that a picture has to be read in without being scaled.</summary>
public sealed class Frame
{
    private Frame()
    {
    }

    /// <summary>A page on a desk.</summary>
    public static Frame Page { get; } = new() { Width = 1000, Margin = 32, TitleSize = 22, TextSize = 13, SmallSize = 12, PlotHeight = 460 };

    /// <summary>A telephone held upright.</summary>
    public static Frame Phone { get; } = new() { Width = 380, Margin = 14, TitleSize = 17, TextSize = 13, SmallSize = 11, PlotHeight = 340, IsNarrow = true };

    /// <summary>How wide pictures are, in pixels of CSS; those with many columns are wider.</summary>
    public double Width { get; private init; }

    internal double Margin { get; private init; }

    internal double TitleSize { get; private init; }

    internal double TextSize { get; private init; }

    internal double SmallSize { get; private init; }

    internal double PlotHeight { get; private init; }

    internal bool IsNarrow { get; private init; }

    internal double Right => Width - Margin;
}
