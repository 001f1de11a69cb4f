using System.Text;
using System.Text.Unicode;

namespace Jinbang.Exams.Formats;

/// <summary>Finds the encoding of a text file and turns it into UTF-8.</summary>
internal static class SourceEncoding
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The bytes as UTF-8 without a byte order mark, and what was odd about them.</summary>
    /// <exception cref="BadInputException">The file is not text in an encoding we read.</exception>
    public static (ReadOnlyMemory<byte> Utf8, Phrase? Oddity) ToUtf8(string path, byte[] raw)
    {
        var span = raw.AsSpan();
        if (span.StartsWith((byte[])[0xFF, 0xFE]) || span.StartsWith((byte[])[0xFE, 0xFF]))
        {
            return Convert(path, raw, 2, new UnicodeEncoding(span[0] == 0xFE, true, true), "UTF-16");
        }

        if (span.Contains((byte)0))
        {
            throw Unreadable(path);
        }

        if (span.StartsWith(Encoding.UTF8.Preamble))
        {
            return Utf8.IsValid(span)
                ? (raw.AsMemory(3), new("The file starts with a byte order mark (BOM); it was skipped.", "文件开头有字节顺序标记（BOM），已跳过。"))
                : throw BrokenUtf8(path, span);
        }

        return Utf8.IsValid(span) ? (raw, null)
            : IsMostlyUtf8(span) ? throw BrokenUtf8(path, span)
            : Convert(path, raw, 0, Gb18030, "GBK (GB18030)");
    }

    private static (ReadOnlyMemory<byte> Utf8, Phrase? Oddity) Convert(
        string path, byte[] raw, int start, Encoding encoding, string name)
    {
        try
        {
            var text = encoding.GetString(raw, start, raw.Length - start);
            var oddity = new Phrase(
                $"The file is in {name}; save it as UTF-8 to be sure that everybody reads the same.",
                $"文件编码为 {name}；请另存为 UTF-8，以免误读。");
            return text.Contains('\0') ? throw Unreadable(path) : (Encoding.UTF8.GetBytes(text), oddity);
        }
        catch (DecoderFallbackException)
        {
            throw Unreadable(path);
        }
    }

    // In GBK text nearly every character breaks the rules of UTF-8; a slip in a UTF-8 file breaks them once or twice.
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> span)
    {
        var (good, bad) = (0, 0);
        while (span.Length > 0)
        {
            var status = Rune.DecodeFromUtf8(span, out var rune, out var length);
            bad += status == System.Buffers.OperationStatus.Done ? 0 : 1;
            good += status == System.Buffers.OperationStatus.Done && !rune.IsAscii ? 1 : 0;
            span = span[length..];
        }

        return bad * 10 < good;
    }

    private static BadInputException BrokenUtf8(string path, ReadOnlySpan<byte> span)
    {
        var line = 1;
        while (Rune.DecodeFromUtf8(span, out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            line += span[0] == '\n' ? 1 : 0;
            span = span[length..];
        }

        return new BadInputException(new(
            $"{path}:{line}: the bytes here are not valid UTF-8, though most of the file is; repair that line.",
            $"{path}:{line}：此处字节不是合法的 UTF-8，而文件其余部分是；请修复该行。"));
    }

    private static BadInputException Unreadable(string path) => new(new(
        $"\"{path}\" is not text in UTF-8, GB18030 or UTF-16 with a byte order mark, nor an .xlsx workbook; save it as one of these.",
        $"“{path}”不是 UTF-8、GB18030 或带 BOM 的 UTF-16 文本，也不是 .xlsx 工作簿；请另存为其中一种。"));
}
