namespace Jinbang.Boards.Columns;

/// <summary>What stands in a column of a table for programs.</summary>
internal enum ColumnKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>Yes or no.</summary>
    Mark,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A share, 0 to 1.</summary>
    Share,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Another number.</summary>
    Number,

    /// <summary>Yuan.</summary>
    Yuan,
}
