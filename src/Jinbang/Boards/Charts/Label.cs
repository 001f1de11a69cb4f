namespace Jinbang.Boards.Charts;

/// <summary>A line of text; Y is its baseline, and Size the height of an em. A turned one is read upwards, from the point.</summary>
internal readonly record struct Label(
    double X, double Y, string Text, double Size, Tone Tone, Anchor Anchor = Anchor.Start, bool IsTurned = false);
