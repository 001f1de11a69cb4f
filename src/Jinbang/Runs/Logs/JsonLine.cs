using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Jinbang.Runs.Logs;

/// <summary>Reads the values of one line of JSONL. Of a name that stands twice the last value counts, as in every
/// common parser.</summary>
internal static class JsonLine
{
    /// <summary>The line's values by name: strings as they read, null as nothing, anything else as it is written.</summary>
    /// <exception cref="JsonException">The line is no JSON object.</exception>
    public static Dictionary<string, string> Fields(ReadOnlySpan<byte> line)
    {
        var reader = Open(line);
        var fields = new Dictionary<string, string>();
        while (NextName(ref reader))
        {
            var name = Text(ref reader);
            reader.Read();
            fields[name] = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
                ? Encoding.UTF8.GetString(Raw(ref reader, line))
                : Text(ref reader);
        }

        return fields;
    }

    /// <summary>A reader that has entered the line's object.</summary>
    /// <exception cref="JsonException">The line is no JSON object.</exception>
    public static Utf8JsonReader Open(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        return reader.Read() && reader.TokenType == JsonTokenType.StartObject ? reader : throw new JsonException("Not an object.");
    }

    /// <summary>Goes on to the next name of the object; false at its end, behind which nothing may stand.</summary>
    /// <exception cref="JsonException">The JSON breaks.</exception>
    public static bool NextName(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName || reader.Read();
    }

    /// <summary>A string, name, number or truth value as text; null as nothing. Half a surrogate pair, as in "\ud83d",
    /// is no text elsewhere, but a reply cut off in the middle of a sign may end with one.</summary>
    /// <exception cref="JsonException">The value is an object or a list.</exception>
    public static string Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String or JsonTokenType.PropertyName => reader.ValueIsEscaped && MayHoldHalves(reader.ValueSpan)
            ? Unescape(Encoding.UTF8.GetString(reader.ValueSpan))
            : reader.GetString()!,
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.UTF8.GetString(reader.ValueSpan),
        JsonTokenType.Null => "",
        _ => throw new JsonException("Not a plain value."),
    };

    private static ReadOnlySpan<byte> Raw(ref Utf8JsonReader reader, ReadOnlySpan<byte> line)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return line[start..(int)reader.BytesConsumed];
    }

    private static bool MayHoldHalves(ReadOnlySpan<byte> escaped) =>
        escaped.IndexOf("\\ud"u8) >= 0 || escaped.IndexOf("\\uD"u8) >= 0;

    // The reader has made sure that every escape is whole.
    private static string Unescape(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var at = 0; at < escaped.Length; at++)
        {
            if (escaped[at] != '\\')
            {
                text.Append(escaped[at]);
                continue;
            }

            text.Append(escaped[++at] switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\b',
                'f' => '\f',
                'u' => (char)ushort.Parse(escaped.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                var plain => plain,
            });
            at += escaped[at] == 'u' ? 4 : 0;
        }

        return text.ToString();
    }
}
