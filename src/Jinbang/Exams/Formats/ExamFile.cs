using System.Text;

namespace Jinbang.Exams.Formats;

/// <summary>An exam file as opened: bounded, and in UTF-8 whatever it was saved in.</summary>
internal sealed class ExamFile
{
    private const int LargestMegabytes = 256;
    private readonly Lazy<string> text;
    private readonly Lazy<JsonShape?> shape;

    private ExamFile(string path, byte[] raw)
    {
        Path = path;
        IsWorkbook = raw.AsSpan().StartsWith("PK\x3\x4"u8);
        (Bytes, Oddity) = IsWorkbook ? (raw, null) : SourceEncoding.ToUtf8(path, raw);
        text = new(() => Encoding.UTF8.GetString(Bytes.Span));
        shape = new(() => IsWorkbook ? null : JsonShape.Of(Bytes));
    }

    /// <summary>The path as the user gave it.</summary>
    public string Path { get; }

    /// <summary>Whether the file is a zip container, as .xlsx workbooks are.</summary>
    public bool IsWorkbook { get; }

    /// <summary>UTF-8 without a byte order mark; a workbook's bytes as they are.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>What is odd about the encoding, or null.</summary>
    public Phrase? Oddity { get; }

    public string Text => text.Value;

    /// <summary>The fields of the first rows, or null when the file is not JSON.</summary>
    public JsonShape? Shape => shape.Value;

    /// <summary>Opens and reads the whole file.</summary>
    /// <exception cref="BadInputException">The file cannot be opened, is too large, or is in no encoding we read.</exception>
    public static ExamFile Open(string path) => new(path, ReadAll(path));

    private static byte[] ReadAll(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return ReadAll(path, stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException(
                new($"The exam file \"{path}\" cannot be opened: {error.Message}", $"无法打开试卷文件“{path}”：{error.Message}"),
                error);
        }
    }

    // Pipes and devices tell no length, so the bound is kept while reading.
    private static byte[] ReadAll(string path, Stream stream)
    {
        var read = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
        {
            read.Write(buffer, 0, count);
            if (read.Length > LargestMegabytes << 20)
            {
                throw new BadInputException(new(
                    $"The exam file \"{path}\" is larger than {LargestMegabytes} MB; split it.",
                    $"试卷文件“{path}”超过 {LargestMegabytes} MB；请拆分。"));
            }
        }

        return read.ToArray();
    }
}
