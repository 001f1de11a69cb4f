using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace Jinbang.Exams.Formats;

/// <summary>Reads the cells of an .xlsx workbook as text, sheet by sheet.</summary>
internal static class WorkbookSheets
{
    private const long LargestUnpacked = 512L << 20;
    private const int MostColumns = 256;
    private const int MostRows = 1_048_576;

    // ExcelDataReader asks for a code page as soon as it is configured.
    static WorkbookSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The rows of each sheet.</summary>
    /// <exception cref="BadInputException">The file is no workbook, damaged, or unpacks to more than we read.</exception>
    public static IReadOnlyList<IReadOnlyList<TableRow>> Read(ExamFile file)
    {
        try
        {
            using var stream = new MemoryStream(file.Bytes.ToArray(), writable: false);
            CheckSize(stream);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
            var sheets = new List<IReadOnlyList<TableRow>>();
            do
            {
                sheets.Add(Rows(reader, sheets.Count == 0 ? file.Path : $"{file.Path}[{reader.Name}]"));
            }
            while (reader.NextResult());
            return sheets;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A damaged workbook makes the reader throw anything, down to IndexOutOfRangeException.
            throw new BadInputException(
                new($"\"{file.Path}\" cannot be read as an .xlsx workbook: {error.Message}", $"“{file.Path}”无法作为 .xlsx 工作簿读取：{error.Message}"),
                error);
        }
    }

    private static void CheckSize(MemoryStream stream)
    {
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        {
            if (zip.Entries.Sum(entry => entry.Length) > LargestUnpacked)
            {
                throw new InvalidDataException("it unpacks to more than 512 MB");
            }
        }

        stream.Position = 0;
    }

    private static List<TableRow> Rows(IExcelDataReader reader, string path)
    {
        var rows = new List<TableRow>();
        while (rows.Count < MostRows && reader.Read())
        {
            var columns = Math.Min(reader.FieldCount, MostColumns);
            rows.Add(new TableRow(new SourcePlace(path, rows.Count + 1), [.. Enumerable.Range(0, columns).Select(column => Text(reader, column))]));
        }

        return rows;
    }

    private static string Text(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => "",
        double number when reader.GetNumberFormatString(column)?.Contains('%') == true => Percent(number),
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var value => value.ToString() ?? "",
    };

    // 0.07 × 100 is 7.000000000000001 in binary.
    private static string Percent(double share) => Math.Round(share * 100, 10).ToString(CultureInfo.InvariantCulture) + "%";
}
