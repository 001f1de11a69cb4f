using System.Text.Json;

namespace Jinbang.Models.Providers.Batches;

/// <summary>Reads members of what providers say of batches.</summary>
internal static class BatchJson
{
    private const int LongestId = 256;

    /// <summary>A member's text; null when there is none.</summary>
    public static string? Text(this JsonElement parent, string name) =>
        parent.Member(name) is { ValueKind: JsonValueKind.String } member && Valid(member) is { Length: > 0 } text ? text : null;

    /// <summary>A member that is there and not null.</summary>
    public static JsonElement? Member(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    /// <summary>A member's count; 0 when there is none.</summary>
    public static int Count(this JsonElement parent, string name) =>
        parent.Member(name) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt32(out var count) ? count : 0;

    /// <summary>The id that everything has.</summary>
    /// <exception cref="JsonException">It has none, or one that no provider would give.</exception>
    public static string Id(this JsonElement parent) =>
        parent.Text("id") is { Length: <= LongestId } id && id.All(char.IsAscii) ? id : throw new JsonException("There is no id.");

    /// <summary>The members of a list; none when there is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement parent, string name) =>
        parent.Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The JSON of an element, as bytes that stay.</summary>
    public static ReadOnlyMemory<byte> Bytes(this JsonElement element) => System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(element).ToArray();

    private static string? Valid(JsonElement member)
    {
        try
        {
            return member.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // broken text
        }
    }
}
