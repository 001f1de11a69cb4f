namespace Jinbang.Boards;

/// <summary>How a board's page looks.</summary>
public enum BoardStyle
{
    /// <summary>Everything that the board knows: intervals, tie groups, rank ranges, coverage, times.</summary>
    Full,

    /// <summary>The exact form of the public Chinese boards: eight columns, ranks from 1 to n.</summary>
    Seed,
}
