using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace Jinbang.Models.Providers;

/// <summary>The connections to one provider, shared by all its models.</summary>
public sealed class ProviderConnection : IDisposable
{
    private const int ErrorBytes = 64 << 10;

    private readonly HttpMessageInvoker http;
    private readonly KeyHeader? keyHeader;

    /// <param name="provider">Whom to reach.</param>
    /// <param name="key">Its key; null when it takes none.</param>
    /// <param name="limits">How long a call may take and how much it may bring.</param>
    /// <param name="time">The clock.</param>
    /// <param name="addresses">Where it may lead; null for anywhere.</param>
    public ProviderConnection(Provider provider, string? key, CallLimits limits, TimeProvider time, AddressRule? addresses = null)
    {
        Provider = provider;
        Key = key;
        Redaction = new Redaction(key);
        Limits = limits;
        Time = time;
        keyHeader = key is null ? null : new KeyHeader(provider, key, time);
        http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectTimeout = limits.Connect,
            MaxConnectionsPerServer = int.MaxValue,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            AutomaticDecompression = DecompressionMethods.All,
            // A redirect could take the key to another host.
            AllowAutoRedirect = false,
            UseCookies = false,
            // Our traces are nobody else's business.
            ActivityHeadersPropagator = null,
            // A proxy would look the name up itself.
            UseProxy = addresses is null && !provider.Endpoint.IsLoopback,
            ConnectCallback = addresses is null ? null : addresses.ConnectAsync,
        });
    }

    /// <summary>Whom it reaches.</summary>
    public Provider Provider { get; }

    internal CallLimits Limits { get; }

    internal TimeProvider Time { get; }

    internal string? Key { get; }

    /// <summary>Takes the key out of what the provider says.</summary>
    public Redaction Redaction { get; }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => http.Dispose();

    internal CallClock StartClock(CancellationToken cancellationToken) => new(Limits, Time, cancellationToken);

    /// <summary>Sends a request, with a body if there is one, and returns when the answer's head is there.</summary>
    internal async ValueTask<HttpResponseMessage> SendAsync(
        HttpMethod method, Uri address, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.TryAddWithoutValidation("User-Agent", "jinbang");
        keyHeader?.AddTo(request.Headers);
        foreach (var (name, value) in Provider.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await http.SendAsync(request, cancellationToken);
    }

    /// <summary>Reads a whole body, no longer than it may be, and hands it to a function.</summary>
    internal async ValueTask<T> ReadAsync<T>(
        HttpResponseMessage response, Faults faults, Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellationToken)
    {
        var most = Limits.BodyBytes;
        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(response.Content.Headers.ContentLength + 1 ?? 4096, 512, most));
        try
        {
            var length = 0;
            while (true)
            {
                var count = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
                length += count;
                if (length > most)
                {
                    throw faults.TooLarge(most);
                }

                if (count == 0)
                {
                    return read(buffer.AsMemory(0, length));
                }

                buffer = length < buffer.Length ? buffer : Grown(buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads what an answer that is not success says of the error, as far as it is worth reading.</summary>
    internal static async ValueTask<ErrorBody> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[ErrorBytes];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return ErrorBody.Read(buffer.AsMemory(0, length));
    }

    /// <summary>A body of JSON.</summary>
    internal static HttpContent Json(ReadOnlyMemory<byte> body)
    {
        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static byte[] Grown(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
