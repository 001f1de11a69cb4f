using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Jinbang.Models.Providers.Batches;

/// <summary>Splits a stream into lines. A line that is longer than it may be is passed over, so that memory stays bounded.</summary>
/// <param name="stream">The stream.</param>
/// <param name="most">Most bytes of a line.</param>
internal sealed class BoundedLines(Stream stream, int most)
{
    /// <summary>The lines, empty ones left out; null for one that is too long. A line is valid until the next is asked for.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>?> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(stream, new(leaveOpen: true));
        try
        {
        var isPassedOver = false;
        for (var isEnd = false; !isEnd;)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var rest = read.Buffer;
            isEnd = read.IsCompleted;
            while (TryCut(ref rest, isEnd, out var line))
            {
                if (!isPassedOver && line.Length is > 0 and var length)
                {
                    yield return length <= most ? line.ToArray() : null;
                }

                isPassedOver = false;
            }

            if (rest.Length > most)
            {
                if (!isPassedOver)
                {
                    yield return null;
                }

                isPassedOver = true;
                rest = rest.Slice(rest.End);
            }

            reader.AdvanceTo(rest.Start, read.Buffer.End);
        }

        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private static bool TryCut(ref ReadOnlySequence<byte> rest, bool isEnd, out ReadOnlySequence<byte> line)
    {
        var end = rest.PositionOf((byte)'\n');
        line = end is { } at ? rest.Slice(0, at) : rest;
        var isCut = end is not null || (isEnd && !rest.IsEmpty);
        if (isCut)
        {
            rest = end is { } cut ? rest.Slice(rest.GetPosition(1, cut)) : rest.Slice(rest.End);
        }

        return isCut;
    }
}
