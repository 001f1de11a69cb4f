namespace Jinbang.Boards;

/// <summary>A kind of file that a board is written as.</summary>
public enum BoardFileKind
{
    /// <summary>Pages of Markdown.</summary>
    Markdown,

    /// <summary>A table for spreadsheets.</summary>
    Csv,

    /// <summary>Everything, for programs.</summary>
    Json,

    /// <summary>Vector pictures.</summary>
    Svg,

    /// <summary>Pictures of pixels.</summary>
    Png,

    /// <summary>A workbook.</summary>
    Xlsx,

    /// <summary>A column file, for data programs.</summary>
    Parquet,

    /// <summary>A page to be read in a browser.</summary>
    Html,
}
