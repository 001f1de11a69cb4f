using System.Text.Json;
using Jinbang.Models;

namespace Jinbang.Grading.Judges;

/// <summary>Reads the one JSON object that a judge was asked for, strictly.</summary>
internal static class JudgeJson
{
    private const int Longest = 20_000;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 3, AllowDuplicateProperties = false };

    /// <summary>The object's values by name; null unless the reply is one object with exactly these names, in a code
    /// block or not, after thinking or not.</summary>
    public static Dictionary<string, JsonElement>? Read(Reply reply, params string[] names)
    {
        if (reply.Outcome != Outcome.Replied || reply.Text.Length > Longest)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(Unwrapped(reply.Text), Strict);
            var values = document.RootElement.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.Clone());
            // A text with half a surrogate pair throws when it is read.
            _ = values.Values.Count(value => value.ValueKind == JsonValueKind.String && value.GetString() is null);
            return values.Count == names.Length && names.All(values.ContainsKey) ? values : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Unwrapped(string text)
    {
        const string ThinkingEnds = "</think>";
        var said = text[(text.LastIndexOf(ThinkingEnds, StringComparison.Ordinal) is var at and >= 0 ? at + ThinkingEnds.Length : 0)..].Trim();
        var isBlock = said.StartsWith("```", StringComparison.Ordinal) && said.EndsWith("```", StringComparison.Ordinal) && said.Contains('\n');
        return isBlock ? said[said.IndexOf('\n')..^3] : said;
    }
}
