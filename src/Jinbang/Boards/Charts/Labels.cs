namespace Jinbang.Boards.Charts;

/// <summary>The room that labels take up.</summary>
internal static class Labels
{
    /// <summary>What a label of this width covers, with what letters have above and below the line.</summary>
    public static Zone ZoneOf(Label label, double width)
    {
        var before = label.Anchor switch
        {
            Anchor.Start => 0,
            Anchor.Middle => width / 2,
            Anchor.End => width,
        };
        return label.IsTurned
            ? new(label.X - 0.82 * label.Size, label.Y - width + before, label.X + 0.18 * label.Size, label.Y + before)
            : new(label.X - before, label.Y - 0.82 * label.Size, label.X - before + width, label.Y + 0.18 * label.Size);
    }
}
