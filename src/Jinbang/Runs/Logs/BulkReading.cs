using Jinbang.Grading;

namespace Jinbang.Runs.Logs;

/// <summary>Reads many replies without keys, on all processors, in bounded memory and in their order.</summary>
public sealed class BulkReading
{
    private const int MostBadShown = 5;
    private readonly Dictionary<ReadingKind, int> counts = [];
    private readonly List<Phrase> bad = [];

    private BulkReading()
    {
    }

    /// <summary>How many replies were read.</summary>
    public int Replies => counts.Values.Sum();

    /// <summary>How many lines were left out.</summary>
    public int LeftOut { get; private set; }

    /// <summary>What was wrong with the first lines that were left out.</summary>
    public IReadOnlyList<Phrase> Bad => bad;

    /// <summary>How many readings are of a kind.</summary>
    public int Count(ReadingKind kind) => counts.GetValueOrDefault(kind);

    /// <summary>Reads JSONL with a reply a line and writes JSONL with a reading a line.</summary>
    /// <param name="input">Lines with <c>reply</c> and, where known, <c>id</c>, <c>options</c> and <c>kind</c>; UTF-8.</param>
    /// <param name="name">What the input is called in messages.</param>
    /// <param name="output">Gets a line for each reply, in the order of the input.</param>
    /// <param name="leaveOutBad">Whether to leave lines out that cannot be used, instead of throwing.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadInputException">A line cannot be used, or there is none.</exception>
    public static async Task<BulkReading> ReadAsync(
        Stream input, string name, Stream output, bool leaveOutBad, CancellationToken cancellationToken)
    {
        var result = new BulkReading();
        var ahead = new Queue<Task<BlockReading>>();
        await foreach (var block in new LineBlocks(input, name).ReadAsync(cancellationToken))
        {
            ahead.Enqueue(Task.Run(() => BlockReading.Of(block, name, leaveOutBad), cancellationToken));
            if (ahead.Count > 2 * Environment.ProcessorCount)
            {
                await result.TakeAsync(await ahead.Dequeue(), output, cancellationToken);
            }
        }

        while (ahead.TryDequeue(out var last))
        {
            await result.TakeAsync(await last, output, cancellationToken);
        }

        return result.Replies + result.LeftOut > 0 ? result : throw new BadInputException(new(
            $"{name} holds no reply.", $"{name} 中没有回复。"));
    }

    private async Task TakeAsync(BlockReading block, Stream output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(block.Output, cancellationToken);
        LeftOut += block.Bad.Count;
        bad.AddRange(block.Bad.Take(MostBadShown - bad.Count));
        foreach (var (kind, count) in block.Counts)
        {
            counts[kind] = counts.GetValueOrDefault(kind) + count;
        }
    }
}
