using System.Buffers.Binary;

namespace Jinbang.Runs.Ledgers.Checkups;

/// <summary>The state of the file that SQLite commits to first, by its published format
/// (https://www.sqlite.org/fileformat2.html, section 4).</summary>
/// <param name="Bytes">Its size; 0 when there is none.</param>
/// <param name="Commits">Commits that SQLite will read from it.</param>
/// <param name="TornBytes">Bytes after the last of them that a write which was cut off left behind; what they were to hold
/// never counted as recorded.</param>
/// <param name="IsDamaged">Whether commits after a broken place cannot be read any more.</param>
public sealed record WriteAheadLog(long Bytes, int Commits, long TornBytes, bool IsDamaged)
{
    private const int HeaderBytes = 32;
    private const int FrameHeaderBytes = 24;

    /// <summary>No log.</summary>
    public static WriteAheadLog None { get; } = new(0, 0, 0, false);

    /// <summary>Reads the log of a ledger.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static WriteAheadLog Read(string ledger)
    {
        if (!File.Exists(ledger + "-wal"))
        {
            return None;
        }

        using var file = new FileStream(ledger + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var header = new byte[HeaderBytes];
        if (file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes)
        {
            return new(file.Length, 0, file.Length, false);
        }

        var isBigEndian = (Word(header, 0) & 1) == 1;
        var sum = Sum(header.AsSpan(0, HeaderBytes - 8), (0, 0), isBigEndian);
        return sum == (Word(header, 24), Word(header, 28)) ? Walk(file, header, sum, isBigEndian) : new(file.Length, 0, file.Length, false);
    }

    private static WriteAheadLog Walk(FileStream file, byte[] header, (uint, uint) sum, bool isBigEndian)
    {
        var salts = header.AsSpan(16, 8).ToArray();
        var frame = new byte[FrameHeaderBytes + Word(header, 8)];
        var (isWhole, end, commits, later) = (true, (long)HeaderBytes, 0, 0);
        while (true)
        {
            var length = file.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false);
            // A log is used again from its beginning; what an earlier round left behind bears other salts.
            if (length < FrameHeaderBytes || !frame.AsSpan(8, 8).SequenceEqual(salts))
            {
                var torn = file.Position - length - end + (isWhole || length == 0 ? 0 : length);
                return new(file.Length, commits, Math.Max(torn, 0), later > 1);
            }

            sum = Sum(frame.AsSpan(FrameHeaderBytes), Sum(frame.AsSpan(0, 8), sum, isBigEndian), isBigEndian);
            isWhole &= length == frame.Length && sum == (Word(frame, 16), Word(frame, 20));
            if (Word(frame, 4) > 0 && length == frame.Length)
            {
                (commits, end, later) = isWhole ? (commits + 1, file.Position, 0) : (commits, end, later + 1);
            }
        }
    }

    private static uint Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    private static (uint, uint) Sum(ReadOnlySpan<byte> bytes, (uint First, uint Second) sum, bool isBigEndian)
    {
        for (var at = 0; at < bytes.Length; at += 8)
        {
            sum.First += Read(bytes[at..]) + sum.Second;
            sum.Second += Read(bytes[(at + 4)..]) + sum.First;
        }

        return sum;

        uint Read(ReadOnlySpan<byte> word) => isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(word) : BinaryPrimitives.ReadUInt32LittleEndian(word);
    }
}
