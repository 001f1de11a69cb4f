using System.Text;
using System.Text.Json;

namespace Jinbang.Simulator.Houses;

/// <summary>Finds the parts of a request.</summary>
internal static class JsonPaths
{
    /// <summary>What is at a path such as thinking.type, under its name or the same in snake_case; null when it is not there or null.</summary>
    public static JsonElement? At(this JsonElement request, string path)
    {
        var found = request;
        foreach (var name in path.Split('.'))
        {
            if (found.ValueKind != JsonValueKind.Object || !(found.TryGetProperty(name, out var part) || found.TryGetProperty(Snake(name), out part)))
            {
                return null;
            }

            found = part;
        }

        return found.ValueKind == JsonValueKind.Null ? null : found;
    }

    /// <summary>The text of a string or of a list of parts with texts; empty when there is none.</summary>
    public static string Words(this JsonElement? content) => content switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Array } parts => string.Join('\n', parts.EnumerateArray().Select(part => part.At("text").Words())),
        _ => "",
    };

    /// <summary>A name such as maxOutputTokens as max_output_tokens.</summary>
    public static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            _ = char.IsAsciiLetterUpper(letter) ? snake.Append('_').Append(char.ToLowerInvariant(letter)) : snake.Append(letter);
        }

        return snake.ToString();
    }
}
