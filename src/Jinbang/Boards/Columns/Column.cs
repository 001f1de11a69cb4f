namespace Jinbang.Boards.Columns;

/// <summary>A column of a board's table for programs and spreadsheets; nothing is rounded, and what is unknown is null.</summary>
internal sealed record Column
{
    private Column(string code, Phrase heading, ColumnKind kind, Func<BoardRow, object?> of) =>
        (Code, Heading, Kind, Of) = (code, heading, kind, of);

    /// <summary>Its name for programs.</summary>
    public string Code { get; }

    /// <summary>Its name for people.</summary>
    public Phrase Heading { get; }

    /// <summary>What stands in it.</summary>
    public ColumnKind Kind { get; }

    /// <summary>A row's value, of the kind's type: string, bool, int, double or, of money, decimal.</summary>
    public Func<BoardRow, object?> Of { get; }

    public static Column Text(string code, Phrase heading, Func<BoardRow, string?> of) => new(code, heading, ColumnKind.Text, of);

    public static Column Mark(string code, Phrase heading, Func<BoardRow, bool?> of) => new(code, heading, ColumnKind.Mark, row => of(row));

    public static Column Count(string code, Phrase heading, Func<BoardRow, int?> of) => new(code, heading, ColumnKind.Count, row => of(row));

    public static Column Share(string code, Phrase heading, Func<BoardRow, double?> of) => new(code, heading, ColumnKind.Share, row => of(row));

    public static Column Seconds(string code, Phrase heading, Func<BoardRow, double?> of) => new(code, heading, ColumnKind.Seconds, row => of(row));

    public static Column Number(string code, Phrase heading, Func<BoardRow, double?> of) => new(code, heading, ColumnKind.Number, row => of(row));

    public static Column Yuan(string code, Phrase heading, Func<BoardRow, decimal?> of) => new(code, heading, ColumnKind.Yuan, row => of(row));
}
