using System.Text.Json;

namespace Jinbang.Models.Providers.Batches;

/// <summary>Reads a line of a batch's results, which may hold anything.</summary>
internal static class ResultLine
{
    // Some more than there are requests, so that lines which are there twice do not crowd out others.
    public static int Most(int requests) => (2 * requests) + 1000;

    /// <summary>The result of a line; one without an id when the line is too long, broken, or says nothing.</summary>
    public static BatchResult Read(ReadOnlyMemory<byte>? line, Func<JsonElement, BatchResult?> understand)
    {
        if (line is not { } bytes)
        {
            return default;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes);
            return understand(document.RootElement) ?? default;
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
