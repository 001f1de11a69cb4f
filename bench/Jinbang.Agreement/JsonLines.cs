using System.Text.Json;

namespace Jinbang.Agreement;

/// <summary>Reads the rows of a file of JSON Lines.</summary>
internal static class JsonLines
{
    public static IEnumerable<JsonElement> Read(string path)
    {
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0))
        {
            using var row = JsonDocument.Parse(line);
            yield return row.RootElement.Clone();
        }
    }

    /// <summary>The text of a field; empty when it is null or absent.</summary>
    public static string Text(this JsonElement row, string field) =>
        row.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
