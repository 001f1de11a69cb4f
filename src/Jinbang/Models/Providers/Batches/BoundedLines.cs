using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Jinbang.Models.Providers.Batches;

/// <summary>Splits a stream into lines. A line that is longer than it may be is passed over, so that memory stays bounded.</summary>
/// <param name="stream">The stream.</param>
/// <param name="most">Most bytes of a line.</param>
internal sealed class BoundedLines(Stream stream, int most)
{
    private bool isPassedOver;

    /// <summary>The lines, empty ones left out; null for one that is too long.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>?> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(stream, new(leaveOpen: true));
        try
        {
            for (var isEnd = false; !isEnd;)
            {
                var read = await reader.ReadAsync(cancellationToken);
                isEnd = read.IsCompleted;
                var rest = read.Buffer;
                while (TryCut(ref rest, isEnd, out var line) || TryPassOver(ref rest, out line))
                {
                    if (line.Length > 0)
                    {
                        yield return line.Length <= most ? line.ToArray() : default(ReadOnlyMemory<byte>?);
                    }
                }

                reader.AdvanceTo(rest.Start, read.Buffer.End);
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    // The end of a line whose beginning was passed over is no line.
    private bool TryCut(ref ReadOnlySequence<byte> rest, bool isEnd, out ReadOnlySequence<byte> line)
    {
        var end = rest.PositionOf((byte)'\n');
        line = isPassedOver ? default : end is { } at ? rest.Slice(0, at) : rest;
        if (end is null && !(isEnd && !rest.IsEmpty))
        {
            return false;
        }

        rest = end is { } cut ? rest.Slice(rest.GetPosition(1, cut)) : rest.Slice(rest.End);
        isPassedOver = false;
        return true;
    }

    private bool TryPassOver(ref ReadOnlySequence<byte> rest, out ReadOnlySequence<byte> line)
    {
        line = isPassedOver ? default : rest;
        if (rest.Length <= most)
        {
            return false;
        }

        rest = rest.Slice(rest.End);
        isPassedOver = true;
        return true;
    }
}
