using System.Buffers;

namespace Jinbang.Runs.Logs;

/// <summary>Some whole lines of a file.</summary>
/// <param name="Buffer">A rented buffer.</param>
/// <param name="Length">How much of it the lines take.</param>
/// <param name="FirstLine">The first line's number, counted from 1.</param>
internal sealed record LineBlock(byte[] Buffer, int Length, int FirstLine) : IDisposable
{
    /// <summary>The lines, each with its end.</summary>
    public ReadOnlySpan<byte> Bytes => Buffer.AsSpan(0, Length);

    public void Dispose() => ArrayPool<byte>.Shared.Return(Buffer);
}
