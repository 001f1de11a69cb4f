using System.Text.Json;

namespace Jinbang.Exams.Formats;

/// <summary>Reads the texts, options and keys of JSON rows, whichever way a layout writes them.</summary>
internal static class JsonText
{
    /// <summary>The text of a field; null when it is absent, null or not a plain value.</summary>
    /// <exception cref="FormatException">The text is not valid Unicode.</exception>
    public static string? Of(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? Of(value) : null;

    /// <summary>The text of a value; null when it is null or not a plain value.</summary>
    /// <exception cref="FormatException">The text is not valid Unicode.</exception>
    public static string? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Unicode(value.GetString),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>A field's name, or null when it is not valid Unicode.</summary>
    public static string? TryName(JsonProperty field)
    {
        try
        {
            return field.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A field's name.</summary>
    /// <exception cref="FormatException">The name is not valid Unicode.</exception>
    public static string Name(JsonProperty field) => Unicode(() => field.Name)!;

    // Half a surrogate pair, as in "\ud83d", is legal JSON but no text.
    private static string? Unicode(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException error)
        {
            throw new FormatException("half a surrogate pair", error);
        }
    }
}
