using System.Text.Json;
using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Formats;

/// <summary>Reads options written as an object, a list, a list of key and value, or a Python literal.</summary>
internal static class JsonOptions
{
    /// <summary>The options of a field; none when it is absent or null.</summary>
    /// <exception cref="FormatException">A text is no Python literal or not valid Unicode.</exception>
    public static IReadOnlyList<DraftOption> Of(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) ? Of(value) : [];

    /// <summary>The key as letters or texts; a number is the index of an option where there are options.</summary>
    /// <exception cref="FormatException">A text is not valid Unicode.</exception>
    public static IReadOnlyList<string> Key(JsonElement row, string name, IReadOnlyList<DraftOption> options) =>
        !row.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => KeyPart(item, options))]
        : [KeyPart(value, options)];

    private static string KeyPart(JsonElement value, IReadOnlyList<DraftOption> options) =>
        options.Count > 0 && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var index) && index is >= 0 and < 26
            ? ((char)('A' + index)).ToString()
            : JsonText.Of(value) ?? "";

    private static IReadOnlyList<DraftOption> Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => [.. value.EnumerateObject().Select(field => new DraftOption(JsonText.Name(field), JsonText.Of(field.Value)))],
        JsonValueKind.Array when value.EnumerateArray().All(IsKeyed) =>
            [.. value.EnumerateArray().Select(item => new DraftOption(JsonText.Of(item, "key") ?? "", JsonText.Of(item, "value")))],
        JsonValueKind.Array => OptionLabel.Letter([.. value.EnumerateArray().Select(JsonText.Of)]),
        JsonValueKind.String => PythonLiteral.Options(JsonText.Of(value)!),
        _ => [],
    };

    private static bool IsKeyed(JsonElement item) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("key", out _);
}
