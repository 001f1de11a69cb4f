using Jinbang.Grading.Sheets;

namespace Jinbang.Runs.Ledgers;

/// <summary>Sheets as rows of the ledger.</summary>
internal static class SqlSheets
{
    /// <summary>The columns, in the order of <see cref="Read"/>.</summary>
    public static readonly string[] Columns = ["mark", "packed"];

    /// <summary>The sheet; null when it is damaged.</summary>
    public static SittingSheet? Read(LedgerRow row) =>
        SheetCodec.Unpack(row.GetBytes(1)) is { } sheet ? new SittingSheet(row.GetString(0), sheet) : null;

    /// <summary>A row of <see cref="Keep"/>.</summary>
    public static object?[] Values(string sitting, SittingSheet sheet) => [sitting, sheet.Mark, SheetCodec.Pack(sheet.Sheet)];

    /// <summary>Keeps a sheet instead of the sitting's former one.</summary>
    public static readonly SqlRows Keep = new(["sitting", .. Columns], rows => $"""
        INSERT INTO sheet (sitting, mark, packed) {rows} ON CONFLICT (sitting) DO UPDATE SET mark = excluded.mark, packed = excluded.packed
        """);

    /// <summary>Forgets a sitting's sheet, which its attempts no longer bear out.</summary>
    public static readonly SqlRows Forget = new(["sitting"], rows => $"DELETE FROM sheet WHERE sitting IN ({rows})");
}
