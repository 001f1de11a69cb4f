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
    private const ulong Format = 1;

    /// <summary>The sheet's bytes.</summary>
    public static byte[] Pack(ScoreSheet sheet)
    {
        var columns = new ColumnWriter();
        foreach (var column in SheetColumn.All)
        {
            foreach (ref readonly var cell in sheet.Cells)
            {
                columns.Write(column.Of(cell));
            }
        }

        var head = new ColumnWriter();
        foreach (var number in (ulong[])[Format, (ulong)sheet.Questions, (ulong)sheet.Repeats, (ulong)columns.Length])
        {
            head.Write(number);
        }

        var packed = new byte[head.Length + BrotliEncoder.GetMaxCompressedLength(columns.Length)];
        head.Written.CopyTo(packed);
        return BrotliEncoder.TryCompress(columns.Written, packed.AsSpan(head.Length), out var length, Quality, Window)
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
        var (format, questions, repeats, length) = (head.Read(), head.Read(), head.Read(), head.Read());
        if (format != Format || questions > MostAttempts || repeats > MostAttempts || questions * repeats > MostAttempts || length > MostBytes)
        {
            throw new InvalidDataException();
        }

        var columns = new byte[length];
        if (!BrotliDecoder.TryDecompress(packed[head.At..], columns, out var written) || written != columns.Length)
        {
            throw new InvalidDataException();
        }

        var sheet = new ScoreSheet((int)questions, (int)repeats);
        var reader = new ColumnReader(columns);
        foreach (var column in SheetColumn.All)
        {
            foreach (ref var cell in sheet.Cells)
            {
                column.Fill(ref cell, reader.Read());
            }
        }

        return sheet;
    }
}
