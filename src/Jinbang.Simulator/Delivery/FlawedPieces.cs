using System.IO.Compression;
using Jinbang.Simulator.Faults;

namespace Jinbang.Simulator.Delivery;

/// <summary>Faults in the bytes of a reply.</summary>
internal static class FlawedPieces
{
    private const int HugeBytes = 100_000_000;
    private const long BombBytes = 10_000_000_000;
    private const int BlockBytes = 16_000_000;

    private static readonly byte[] Comment = ": keep-alive\n\n"u8.ToArray();
    private static readonly byte[] BlankLine = "\n"u8.ToArray();
    private static readonly byte[] Filling = [.. Enumerable.Repeat((byte)'x', 1000)];

    /// <summary>The pieces of a body with the fault in them.</summary>
    public static ReadOnlyMemory<byte>[] With(this ReadOnlyMemory<byte>[] pieces, Flaw? flaw, bool isStream)
    {
        var middle = pieces.Length / 2;
        var more = isStream ? pieces[middle] : Filling;
        return flaw switch
        {
            Flaw.KeepAlive => [.. pieces.SelectMany((piece, index) => Filled(piece, index, isStream))],
            Flaw.Duplicate when isStream => [.. pieces[..middle], pieces[middle], .. pieces[middle..]],
            Flaw.Malformed when isStream => [.. pieces[..middle], Half(pieces[middle]), "\n\n"u8.ToArray(), .. pieces[(middle + 1)..]],
            Flaw.Malformed => pieces[..middle],
            Flaw.Huge => [.. pieces[..middle], .. Enumerable.Repeat(more, HugeBytes / more.Length), .. pieces[middle..]],
            Flaw.Bomb => [.. pieces[..middle].Select(Packed), .. Bomb(more), .. pieces[middle..].Select(Packed)],
            _ => pieces,
        };
    }

    private static ReadOnlyMemory<byte>[] Filled(ReadOnlyMemory<byte> piece, int index, bool isStream) =>
        isStream ? [Comment, piece]
        : index == 0 ? [BlankLine, piece]
        : [piece];

    private static ReadOnlyMemory<byte> Half(ReadOnlyMemory<byte> piece) => piece[..(piece.Length / 2)];

    private static IEnumerable<ReadOnlyMemory<byte>> Bomb(ReadOnlyMemory<byte> more)
    {
        var block = Packed(Enumerable.Repeat(more, BlockBytes / more.Length));
        return Enumerable.Repeat(block, (int)(BombBytes / BlockBytes));
    }

    private static ReadOnlyMemory<byte> Packed(ReadOnlyMemory<byte> piece) => Packed([piece]);

    // A gzip file may be several in a row, which unpack to one.
    private static ReadOnlyMemory<byte> Packed(IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            foreach (var piece in pieces)
            {
                gzip.Write(piece.Span);
            }
        }

        return packed.ToArray();
    }
}
