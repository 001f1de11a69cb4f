using SpreadCheetah;

namespace Jinbang.Web.Selecting;

/// <summary>A plain workbook of texts.</summary>
internal static class Workbook
{
    /// <summary>Writes rows as a sheet.</summary>
    public static byte[] Of(IEnumerable<IReadOnlyList<string>> rows)
    {
        using var file = new MemoryStream();
        // Writing to memory never waits.
        WriteAsync(rows, file).GetAwaiter().GetResult();
        return file.ToArray();
    }

    private static async Task WriteAsync(IEnumerable<IReadOnlyList<string>> rows, MemoryStream file)
    {
        await using var book = await Spreadsheet.CreateNewAsync(file);
        await book.StartWorksheetAsync("Sheet1");
        foreach (var row in rows)
        {
            await book.AddRowAsync(row.Select(text => new DataCell(text)).ToArray());
        }

        await book.FinishAsync();
    }
}
