using System.IO.Compression;
using System.Text;
using Jinbang.Exams;

namespace Jinbang.Web.Selecting;

/// <summary>Keeps uploads within bounds before anything reads them.</summary>
internal static class UploadBounds
{
    /// <summary>The most bytes of a file.</summary>
    public const int MostBytes = 10 << 20;

    private const int MostEntries = 500;
    private const long MostUnpacked = 40L << 20;

    /// <summary>How much of a test set is read: a cell that a workbook repeats counts each time.</summary>
    public static ExamBounds Exam { get; } = new(5000, 20_000_000);

    /// <summary>Reads a file to its end or to the bound.</summary>
    /// <exception cref="BadInputException">It is empty, or larger.</exception>
    public static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var count = await stream.ReadAsync(buffer, cancellationToken); count > 0; count = await stream.ReadAsync(buffer, cancellationToken))
        {
            read.Write(buffer, 0, count);
            Refuse(read.Length > MostBytes, $"The file is larger than {MostBytes >> 20} MB: split it.", $"文件超过 {MostBytes >> 20} MB：请拆分。");
        }

        Refuse(read.Length == 0, "The file is empty, or none was chosen.", "文件为空，或没有选择文件。");
        // Spreadsheets put a mark before their CSV, of which nobody need be warned.
        var mark = read.GetBuffer().AsSpan(0, (int)read.Length).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        return read.ToArray()[mark..];
    }

    /// <summary>Unpacks a workbook for nothing but to see how much it holds, whatever it says of that.</summary>
    /// <exception cref="BadInputException">It holds too much, or is damaged.</exception>
    public static void Check(byte[] file)
    {
        if (!file.AsSpan().StartsWith("PK\x3\x4"u8))
        {
            return;
        }

        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            Refuse(zip.Entries.Count > MostEntries, "The workbook has too many parts: it is no plain table.", "工作簿包含的部件过多，不是普通表格。");
            var measure = new WorkbookMeasure();
            foreach (var entry in zip.Entries)
            {
                using var content = entry.Open();
                Measure(content, measure);
            }
        }
        catch (InvalidDataException)
        {
            Refuse(true, "The workbook is damaged: save it anew as .xlsx, or as CSV.", "工作簿已损坏：请重新另存为 .xlsx 或 CSV。");
        }
    }

    private static void Measure(Stream content, WorkbookMeasure measure)
    {
        var buffer = new byte[1 << 16];
        for (var count = content.Read(buffer); count > 0; count = content.Read(buffer))
        {
            measure.Add(buffer.AsSpan(0, count));
            Refuse(measure.Bytes > MostUnpacked, $"The workbook unpacks to more than {MostUnpacked >> 20} MB: it is not read.", $"工作簿解压后超过 {MostUnpacked >> 20} MB，不予读取。");
            Refuse(measure.IsCrowded, "The workbook has too many rows and cells: keep only those with questions.", "工作簿的行和单元格过多：请只保留有题目的部分。");
            Refuse(measure.HasEndlessText, "A cell of the workbook holds more than any question: shorten it.", "工作簿中有单元格内容过长：请缩短。");
        }
    }

    private static void Refuse(bool isWrong, string english, string chinese)
    {
        if (isWrong)
        {
            throw new BadInputException(new(english, chinese));
        }
    }
}
