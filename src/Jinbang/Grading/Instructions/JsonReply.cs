using System.Text;
using System.Text.Json;

namespace Jinbang.Grading.Instructions;

/// <summary>JSON: IFEval's detectable_format:json_format. The whole reply must be one JSON value, be it in a Markdown fence.</summary>
internal static class JsonReply
{
    private const int Deepest = 1000;
    private static readonly string[] Fences = ["```json", "```Json", "```JSON", "```"];

    /// <summary>Whether the reply is JSON.</summary>
    public static bool IsJson(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(Unfenced(text)), new JsonReaderOptions { MaxDepth = Deepest });
        try
        {
            var isValue = reader.Read();
            reader.Skip();
            return isValue && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Unfenced(string text)
    {
        var value = text.Trim();
        foreach (var fence in Fences)
        {
            value = value.StartsWith(fence, StringComparison.Ordinal) ? value[fence.Length..] : value;
        }

        return (value.EndsWith("```", StringComparison.Ordinal) ? value[..^3] : value).Trim();
    }
}
