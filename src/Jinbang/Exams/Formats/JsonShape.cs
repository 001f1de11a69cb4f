using System.Text.Json;

namespace Jinbang.Exams.Formats;

/// <summary>Which fields the first rows of a JSON file have, and of what kind.</summary>
internal sealed class JsonShape
{
    private const int Sample = 20;
    private readonly Dictionary<string, JsonValueKind> kinds = [];

    private JsonShape()
    {
    }

    /// <summary>The fields of the first rows that can be read, or null when the file is not JSON.</summary>
    public static JsonShape? Of(ReadOnlyMemory<byte> bytes)
    {
        if (!JsonRows.StartsAsJson(bytes.Span))
        {
            return null;
        }

        var shape = new JsonShape();
        foreach (var row in JsonRows.Read(bytes).Take(10 * Sample).Where(row => row.Fault is null).Take(Sample))
        {
            foreach (var field in row.Element.EnumerateObject())
            {
                shape.Note(field);
            }
        }

        return shape;
    }

    /// <summary>Whether all these fields occur.</summary>
    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!kinds.ContainsKey(name))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The kind of a field's first value that is not null.</summary>
    public JsonValueKind Kind(string name) => kinds.GetValueOrDefault(name);

    private void Note(JsonProperty field)
    {
        if (JsonText.TryName(field) is { } name && kinds.GetValueOrDefault(name) is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            kinds[name] = field.Value.ValueKind;
        }
    }
}
