using System.Buffers;
using System.Runtime.CompilerServices;
using Jinbang.Exams;

namespace Jinbang.Runs.Logs;

/// <summary>Cuts a stream into blocks of whole lines, so that several hands can work on it.</summary>
/// <param name="input">The stream.</param>
/// <param name="name">What it is called in messages.</param>
internal sealed class LineBlocks(Stream input, string name)
{
    private const int Usual = 256 << 10;
    private const int LongestMegabytes = 64;

    /// <summary>The blocks in order.</summary>
    /// <exception cref="BadInputException">A line is longer than 64 MB.</exception>
    public async IAsyncEnumerable<LineBlock> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (buffer, filled, line) = (ArrayPool<byte>.Shared.Rent(Usual), 0, 1);
        while (await input.ReadAsync(buffer.AsMemory(filled), cancellationToken) is > 0 and var count)
        {
            filled += count;
            var whole = buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            if (whole > 0 && filled > buffer.Length / 2)
            {
                var rest = Grown(buffer.AsSpan(whole, filled - whole), Usual);
                var block = new LineBlock(buffer, whole, line);
                line += block.Bytes.Count((byte)'\n');
                (buffer, filled) = (rest, filled - whole);
                yield return block;
            }
            else if (filled == buffer.Length)
            {
                var larger = Grown(buffer, Larger(filled, line));
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
        }

        yield return new LineBlock(buffer, filled, line);
    }

    private int Larger(int length, int line) => length < LongestMegabytes << 20 ? length * 2 : throw new BadInputException(new(
        $"{new SourcePlace(name, line)}: the line is longer than {LongestMegabytes} MB. Is the file JSONL, one object a line?",
        $"{new SourcePlace(name, line)}：该行超过 {LongestMegabytes} MB。文件是每行一个对象的 JSONL 吗？"));

    private static byte[] Grown(ReadOnlySpan<byte> content, int length)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(length, content.Length));
        content.CopyTo(buffer);
        return buffer;
    }
}
