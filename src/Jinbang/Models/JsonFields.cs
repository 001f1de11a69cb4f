using System.Text.Json;

namespace Jinbang.Models;

/// <summary>Reads request fields that are written as JSON within YAML.</summary>
internal static class JsonFields
{
    /// <summary>The fields under a key; null without them.</summary>
    /// <exception cref="BadInputException">They are not a JSON object; names the line.</exception>
    public static string? Read(YamlMap entry, string key) => entry.Text(key) is not { } fields ? null
        : IsObject(fields) ? fields
        : throw entry.Wrong(key, fields, new("a JSON object", "JSON 对象"));

    private static bool IsObject(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
