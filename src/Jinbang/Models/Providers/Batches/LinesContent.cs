using System.Net;
using System.Net.Http.Headers;

namespace Jinbang.Models.Providers.Batches;

/// <summary>A body of many parts that are made while it is sent, so that it is never in memory as a whole.</summary>
internal sealed class LinesContent : HttpContent
{
    private readonly Func<IEnumerable<ReadOnlyMemory<byte>>> parts;

    /// <param name="type">The body's type.</param>
    /// <param name="parts">Makes the parts, the same ones each time.</param>
    public LinesContent(string type, Func<IEnumerable<ReadOnlyMemory<byte>>> parts)
    {
        this.parts = parts;
        Headers.ContentType = new MediaTypeHeaderValue(type);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        foreach (var part in parts())
        {
            await stream.WriteAsync(part, cancellationToken);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = parts().Sum(part => (long)part.Length);
        return true;
    }
}
