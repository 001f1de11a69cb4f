using System.Text;
using System.Text.Json;
using Jinbang.Exams;
using Jinbang.Exams.Checks;
using Jinbang.Exams.Drafts;

namespace Jinbang.Runs.Logs;

/// <summary>Reads the options that stand beside a reply: an object by letters, or a list of texts lettered from A.</summary>
internal static class LoggedOptions
{
    /// <summary>Reads options written as JSON, or as Python prints them.</summary>
    /// <returns>The options in letter order.</returns>
    /// <exception cref="BadInputException">They are no options, or go past J; the message lacks the place.</exception>
    public static IReadOnlyList<Option> Parse(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            reader.Read();
            return Read(ref reader);
        }
        catch (JsonException)
        {
            return InOrder([.. Python(text).Select(option => new Option(Letter(option.Letter), option.Text ?? ""))]);
        }
    }

    /// <summary>Reads the options that a reader stands at; null is none.</summary>
    /// <returns>The options in letter order.</returns>
    /// <exception cref="BadInputException">They are no options, or go past J; the message lacks the place.</exception>
    /// <exception cref="JsonException">The JSON breaks.</exception>
    public static IReadOnlyList<Option> Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => InOrder(ByName(ref reader)),
        JsonTokenType.StartArray => ByPlace(ref reader),
        JsonTokenType.Null => [],
        _ => throw Unusable(null),
    };

    private static List<Option> ByName(ref Utf8JsonReader reader)
    {
        var options = new List<Option>(5);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var letter = Letter(JsonLine.Text(ref reader));
            reader.Read();
            options.RemoveAll(option => option.Letter == letter);
            options.Add(new Option(letter, JsonLine.Text(ref reader)));
        }

        return options;
    }

    private static List<Option> ByPlace(ref Utf8JsonReader reader)
    {
        var texts = new List<string?>(5);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(JsonLine.Text(ref reader));
        }

        return [.. OptionLabel.Letter(texts).Select(option => new Option(Letter(option.Letter), option.Text ?? ""))];
    }

    private static List<Option> InOrder(List<Option> options)
    {
        options.Sort((left, right) => left.Letter.CompareTo(right.Letter));
        return options;
    }

    private static char Letter(string name) => HalfWidth.Of(name.Trim()).ToUpperInvariant() is [>= 'A' and <= 'J' and var letter]
        ? letter
        : throw new BadInputException(new(
            $"the option \"{name}\" is not named by a letter from A to J. {Form.English}",
            $"选项名“{name}”不是 A 至 J 的字母。{Form.Chinese}"));

    private static IReadOnlyList<DraftOption> Python(string text)
    {
        try
        {
            return PythonLiteral.Options(text);
        }
        catch (FormatException fault)
        {
            throw Unusable(fault);
        }
    }

    private static BadInputException Unusable(Exception? fault) => new(
        new($"the options cannot be read. {Form.English}", $"选项无法读取。{Form.Chinese}"), fault);

    private static Phrase Form => new(
        "Write an object by letters A to J, or a list of up to ten texts.", "请写成以 A 至 J 为名的对象，或至多十个文本的列表。");
}
