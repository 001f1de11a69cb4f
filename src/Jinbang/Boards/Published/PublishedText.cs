using System.Text;

namespace Jinbang.Boards.Published;

/// <summary>The text of a file that somebody published; hostile until it is read with bounds.</summary>
/// <param name="Name">The file's name without folder and ending.</param>
/// <param name="Text">All of it, a byte-order mark included, so that it can be printed back to the byte.</param>
public sealed record PublishedText(string Name, string Text)
{
    private const int MostBytes = 32 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Lazy<IReadOnlyList<PageTable>> tables = new(() => [.. PageTable.Of(Text)]);

    private readonly Lazy<CsvTable> csv = new(() => CsvTable.Of(Text));

    /// <summary>The text as a CSV that has headings.</summary>
    internal CsvTable Csv => csv.Value;

    /// <summary>The tables of the text, if it is a page.</summary>
    internal IReadOnlyList<PageTable> Tables => tables.Value;

    /// <summary>Reads a file.</summary>
    /// <exception cref="BadInputException">It cannot be read, is too large for a board, or is not UTF-8.</exception>
    public static PublishedText Open(string path)
    {
        try
        {
            var size = new FileInfo(path).Length;
            return size <= MostBytes ? new(Path.GetFileNameWithoutExtension(path), Strict.GetString(File.ReadAllBytes(path))) : throw new BadInputException(new(
                $"{path} has {size >> 20} MB, more than the {MostBytes >> 20} MB of the largest board. If it is a log, name the exam with --exam.",
                $"{path} 有 {size >> 20} MB，超过榜单的上限 {MostBytes >> 20} MB。如果是作答记录，请用 --exam 指定题库。"));
        }
        catch (DecoderFallbackException fault)
        {
            throw new BadInputException(new($"{path} is not UTF-8 text: {fault.Message}", $"{path} 不是 UTF-8 文本：{fault.Message}"), fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(new(
                $"{path} cannot be read: {fault.Message.TrimEnd('.')}.", $"无法读取 {path}：{fault.Message.TrimEnd('.')}。"), fault);
        }
    }
}
