namespace Jinbang.Boards.Charts;

/// <summary>Which point of a text its X tells.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}
