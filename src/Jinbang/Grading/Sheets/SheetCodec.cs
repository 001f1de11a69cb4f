using System.IO.Compression;

namespace Jinbang.Grading.Sheets;

/// <summary>Packs a sheet into a few bytes an attempt, column after column, as the ledger keeps it. Times are kept to a
/// millisecond, points to a billionth.</summary>
public static class SheetCodec
{
    // Higher levels take several times as long for a few hundredths of the size.
    private const int Quality = 3;
    private const int Window = 22;
    private const int MostAttempts = 100_000_000;
    private const int MostBytes = 1_000_000_000;
    private const ulong Format = 2;

    /// <summary>The sheet's bytes.</summary>
    public static byte[] Pack(ScoreSheet sheet)
    {
        var writer = new ColumnsWriter();
        foreach (ref readonly var cell in sheet.Cells)
        {
            writer.Add(cell);
        }

        var head = new ColumnWriter();
        foreach (var number in (ulong[])[Format, (ulong)sheet.Questions, (ulong)sheet.Repeats, .. writer.Columns.Select(column => (ulong)column.Length)])
        {
            head.Write(number);
        }

        byte[] columns = [.. writer.Columns.SelectMany(column => column.Written.ToArray())];
        var packed = new byte[head.Length + BrotliEncoder.GetMaxCompressedLength(columns.Length)];
        head.Written.CopyTo(packed);
        return BrotliEncoder.TryCompress(columns, packed.AsSpan(head.Length), out var length, Quality, Window)
            ? packed[..(head.Length + length)]
            : throw new InvalidOperationException("A sheet did not fit where every sheet fits.");
    }

    /// <summary>The sheet of these bytes; null when they are damaged or of another format, for it can be read anew from the attempts.</summary>
    public static ScoreSheet? Unpack(ReadOnlySpan<byte> packed)
    {
        try
        {
            return Read(packed);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static ScoreSheet Read(ReadOnlySpan<byte> packed)
    {
        var head = new ColumnReader(packed);
        var (format, questions, repeats) = (head.Read(), head.Read(), head.Read());
        if (format != Format || questions > MostAttempts || repeats > MostAttempts || questions * repeats > MostAttempts)
        {
            throw new InvalidDataException();
        }

        Span<int> lengths = stackalloc int[ColumnsWriter.Count];
        foreach (ref var length in lengths)
        {
            length = head.Read() is <= MostBytes and var bytes ? (int)bytes : throw new InvalidDataException();
        }

        var columns = Decompressed(packed[head.At..], lengths);
        var sheet = new ScoreSheet((int)questions, (int)repeats);
        var reader = new ColumnsReader(columns, lengths);
        foreach (ref var cell in sheet.Cells)
        {
            cell = reader.Read();
        }

        return sheet;
    }

    private static byte[] Decompressed(ReadOnlySpan<byte> packed, ReadOnlySpan<int> lengths)
    {
        var all = 0L;
        foreach (var length in lengths)
        {
            all += length;
        }

        var columns = all <= MostBytes ? new byte[all] : throw new InvalidDataException();
        return BrotliDecoder.TryDecompress(packed, columns, out var written) && written == columns.Length ? columns : throw new InvalidDataException();
    }
}
