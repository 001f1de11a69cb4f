using System.Buffers;
using System.Text.Json;
using Jinbang.Runs.Logs;

namespace Jinbang.Runs.Cases;

/// <summary>Writes cases as JSONL, one object a line, each as it comes.</summary>
/// <param name="output">Gets the lines; stays open.</param>
public sealed class CaseLog(Stream output) : IAsyncDisposable
{
    private const int FlushAt = 64 << 10;
    private readonly ArrayBufferWriter<byte> lines = new(FlushAt);
    private readonly Utf8JsonWriter writer = new(Stream.Null, ReadingJson.Options);

    /// <summary>Writes a case.</summary>
    public async Task AddAsync(Case found, CancellationToken cancellationToken)
    {
        writer.Reset(lines);
        CaseJson.Write(writer, found);
        await writer.FlushAsync(cancellationToken);
        lines.Write("\n"u8);
        if (lines.WrittenCount >= FlushAt)
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <summary>Done when the output has everything.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await output.WriteAsync(lines.WrittenMemory, cancellationToken);
        lines.ResetWrittenCount();
    }

    /// <summary>Ends the writing; what was not flushed is lost.</summary>
    public ValueTask DisposeAsync() => writer.DisposeAsync();
}
