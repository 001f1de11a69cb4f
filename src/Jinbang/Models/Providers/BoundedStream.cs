namespace Jinbang.Models.Providers;

/// <summary>Reads a stream until it, or one of its lines, is longer than it may be.</summary>
internal sealed class BoundedStream(Stream inner, CallLimits limits, Faults faults) : Stream
{
    private long total;
    private int line;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Count(buffer.Span[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    // A buffer is far shorter than a line may be, so only the part after its last line end counts on.
    private void Count(ReadOnlySpan<byte> bytes)
    {
        total += bytes.Length;
        var end = bytes.LastIndexOfAny((byte)'\n', (byte)'\r');
        line = end < 0 ? line + bytes.Length : bytes.Length - end - 1;
        if (total > limits.StreamBytes || line > limits.LineBytes)
        {
            throw faults.TooLarge(line > limits.LineBytes ? limits.LineBytes : limits.StreamBytes);
        }
    }
}
