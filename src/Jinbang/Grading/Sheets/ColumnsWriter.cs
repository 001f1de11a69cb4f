namespace Jinbang.Grading.Sheets;

/// <summary>Packs cells column by column: numbers of one kind behind one another compress best.</summary>
internal sealed class ColumnsWriter
{
    /// <summary>How many columns a sheet has.</summary>
    public const int Count = 8;

    /// <summary>More than the states there are; the state and how asking ended share a number.</summary>
    public const int States = 8;

    private readonly ColumnWriter[] columns = [.. Enumerable.Range(0, Count).Select(_ => new ColumnWriter())];

    /// <summary>The columns in the order in which <see cref="ColumnsReader"/> wants them.</summary>
    public IReadOnlyList<ColumnWriter> Columns => columns;

    /// <summary>Adds a cell's numbers.</summary>
    public void Add(in SheetCell cell)
    {
        columns[0].Write((ulong)cell.Outcome * States + (ulong)cell.State);
        columns[1].Write(cell.State == SheetState.Partial ? (ulong)Math.Round(cell.Points * SheetNumbers.PerPoint) : 0);
        columns[2].Write(cell.Letters);
        columns[3].Write(SheetNumbers.Milliseconds(cell.Seconds));
        columns[4].Write(SheetNumbers.Milliseconds(cell.FirstTokenSeconds));
        columns[5].Write(SheetNumbers.Raised(cell.PromptTokens));
        columns[6].Write(SheetNumbers.Raised(cell.ReplyTokens));
        columns[7].Write((ulong)(cell.NanoYuan + 1));
    }
}
