using Jinbang.Simulator.Faults;

namespace Jinbang.Simulator.Delivery;

/// <summary>Faults in the bytes of a reply.</summary>
internal static class FlawedPieces
{
    private static readonly byte[] Comment = ": keep-alive\n\n"u8.ToArray();
    private static readonly byte[] BlankLine = "\n"u8.ToArray();

    /// <summary>The pieces of a body with the fault in them.</summary>
    public static ReadOnlyMemory<byte>[] With(this ReadOnlyMemory<byte>[] pieces, Flaw? flaw, bool isStream)
    {
        var middle = pieces.Length / 2;
        return flaw switch
        {
            Flaw.KeepAlive => [.. pieces.SelectMany((piece, index) => Filled(piece, index, isStream))],
            Flaw.Duplicate when isStream => [.. pieces[..middle], pieces[middle], .. pieces[middle..]],
            Flaw.Malformed when isStream => [.. pieces[..middle], Half(pieces[middle]), "\n\n"u8.ToArray(), .. pieces[(middle + 1)..]],
            Flaw.Malformed => pieces[..middle],
            _ => pieces,
        };
    }

    private static ReadOnlyMemory<byte>[] Filled(ReadOnlyMemory<byte> piece, int index, bool isStream) =>
        isStream ? [Comment, piece]
        : index == 0 ? [BlankLine, piece]
        : [piece];

    private static ReadOnlyMemory<byte> Half(ReadOnlyMemory<byte> piece) => piece[..(piece.Length / 2)];
}
