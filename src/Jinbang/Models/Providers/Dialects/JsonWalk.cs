using System.Text;
using System.Text.Json;

namespace Jinbang.Models.Providers.Dialects;

/// <summary>Steps through hostile JSON without building a tree.</summary>
internal static class JsonWalk
{
    /// <summary>A reader that stands at the beginning of an object.</summary>
    /// <exception cref="JsonException">It is not an object.</exception>
    public static Utf8JsonReader Begin(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json.StartsWith("\uFEFF"u8) ? json[3..] : json);
        reader.Read();
        return reader.TokenType == JsonTokenType.StartObject ? reader : throw new JsonException("Not an object.");
    }

    /// <summary>Goes to the next member's name; false at the object's end.</summary>
    public static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Goes into the value that follows when it is an object; else passes it over.</summary>
    public static bool Enter(ref Utf8JsonReader reader) => IsNext(ref reader, JsonTokenType.StartObject);

    /// <summary>Goes into the value that follows when it is a list; else passes it over.</summary>
    public static bool EnterList(ref Utf8JsonReader reader) => IsNext(ref reader, JsonTokenType.StartArray);

    /// <summary>Goes into the next object of a list, passing over what is none; false at the list's end.</summary>
    public static bool NextObject(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    /// <summary>The words that follow: a string, or a list of parts with a text each; null when there are none.</summary>
    public static string? ReadWords(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return Words(ref reader);
        }

        var words = new StringBuilder();
        while (NextObject(ref reader))
        {
            while (NextMember(ref reader))
            {
                var isText = reader.ValueTextEquals("text"u8);
                reader.Read();
                words.Append(isText ? Words(ref reader) : null);
                reader.Skip();
            }
        }

        return words.Length > 0 ? words.ToString() : null;
    }

    /// <summary>The text that follows; null when there is none.</summary>
    public static string? ReadString(ref Utf8JsonReader reader)
    {
        reader.Read();
        return Words(ref reader);
    }

    /// <summary>The text of one member of the object that follows; null when there is none.</summary>
    public static string? Member(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        string? text = null;
        for (var isObject = Enter(ref reader); isObject && NextMember(ref reader);)
        {
            if (reader.ValueTextEquals(name))
            {
                text = ReadString(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return text;
    }

    private static string? Words(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        try
        {
            return reader.GetString() is { Length: > 0 } words ? words : null;
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException("Broken text.", fault);
        }
    }

    private static bool IsNext(ref Utf8JsonReader reader, JsonTokenType kind)
    {
        reader.Read();
        if (reader.TokenType == kind)
        {
            return true;
        }

        reader.Skip();
        return false;
    }
}
