using System.Text.Json;

namespace Jinbang.Models.Providers;

/// <summary>Asks a provider of the OpenAI dialect which models it serves.</summary>
public static class OpenAiModelList
{
    /// <summary>The ids of the models, in the provider's order.</summary>
    /// <exception cref="ProviderException">The provider gave no usable list.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static async Task<IReadOnlyList<string>> GetAsync(ProviderConnection connection, CancellationToken cancellationToken)
    {
        var faults = new Faults(connection.Provider, "/models", connection.Key, connection.Redaction);
        using var clock = connection.StartClock(cancellationToken);
        using var response = await faults.WatchAsync(
            connection.SendAsync(HttpMethod.Get, connection.Provider.Address("models"), null, clock.Token), clock);
        if (!response.IsSuccessStatusCode)
        {
            var error = await faults.WatchAsync(ProviderConnection.ReadErrorAsync(response, clock.Token), clock);
            throw faults.Refused((int)response.StatusCode, error, RetryAfter.Of(response.Headers, connection.Time));
        }

        var ids = await faults.WatchAsync(connection.ReadAsync(response, faults, Ids, clock.Token), clock);
        return [.. ids.Select(id => connection.Redaction.Of(id))];
    }

    // The dialect wraps the list in "data"; some providers send it bare.
    private static IReadOnlyList<string> Ids(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var list = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("data", out var data)
            ? data
            : document.RootElement;
        if (list.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("Not a list of models.");
        }

        return [.. list.EnumerateArray()
            .Where(model => model.ValueKind == JsonValueKind.Object)
            .Select(model => model.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString()! : "")
            .Where(id => id.Length > 0)];
    }
}
