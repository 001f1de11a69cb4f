using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Jinbang.Models.Providers.Batches;

/// <summary>Calls to a provider beside those that ask a model.</summary>
/// <param name="connection">The provider.</param>
/// <param name="model">Whom the calls are for.</param>
internal sealed class BatchCalls(ProviderConnection connection, string model)
{
    private readonly Faults faults = new(connection.Provider, model, connection.Key, connection.Redaction);

    /// <summary>Takes the key out of what the provider says, and what a terminal would act on.</summary>
    public string Plain(string words) => PlainText.Of(words, connection.Redaction);

    /// <summary>Asks, and reads the JSON that is answered.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below the endpoint, with its query.</param>
    /// <param name="content">What to send; null for nothing.</param>
    /// <param name="read">Reads the answer; what is not as it should be is a <see cref="JsonException"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ProviderException">There was no usable answer.</exception>
    public async Task<T> AskAsync<T>(
        HttpMethod method, string path, HttpContent? content, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        using var clock = connection.StartClock(cancellationToken);
        using var response = await SendAsync(method, path, content, clock);
        return await faults.WatchAsync(connection.ReadAsync(response, faults, Read, clock.Token), clock);

        T Read(ReadOnlyMemory<byte> body)
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : throw new JsonException("Not an object.");
        }
    }

    /// <summary>The lines of a file, empty ones left out; null for one that is too long.</summary>
    /// <exception cref="ProviderException">They could not be read to the end.</exception>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>?> LinesAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var clock = connection.StartClock(cancellationToken);
        using var response = await SendAsync(HttpMethod.Get, path, null, clock);
        await using var stream = await faults.WatchAsync(new ValueTask<Stream>(response.Content.ReadAsStreamAsync(clock.Token)), clock);
        await using var lines = new BoundedLines(stream, connection.Limits.BodyBytes).ReadAsync(clock.Token).GetAsyncEnumerator(clock.Token);
        while (await faults.WatchAsync(lines.MoveNextAsync(), clock))
        {
            yield return lines.Current;
        }
    }

    private async ValueTask<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, CallClock clock)
    {
        var response = await faults.WatchAsync(connection.SendAsync(method, Address(path), content, clock.Token), clock);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            var error = await faults.WatchAsync(ProviderConnection.ReadErrorAsync(response, clock.Token), clock);
            throw faults.Refused((int)response.StatusCode, error, RetryAfter.Of(response.Headers, connection.Time));
        }
    }

    // The endpoint may have a query of its own, such as a version.
    private Uri Address(string path)
    {
        var (bare, query) = path.Split('?') is [var first, var second] ? (first, second) : (path, "");
        var address = new UriBuilder(connection.Provider.Address(bare));
        address.Query = string.Join('&', ((string[])[address.Query.TrimStart('?'), query]).Where(part => part.Length > 0));
        return address.Uri;
    }
}
