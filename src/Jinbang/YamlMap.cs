using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Jinbang;

/// <summary>A YAML mapping read strictly: a key that nobody asks for is an error, and every error names its line.</summary>
public sealed class YamlMap
{
    private readonly YamlMappingNode node;
    private readonly string file;

    private YamlMap(YamlNode node, string file, string[] keys)
    {
        this.file = file;
        this.node = node as YamlMappingNode ?? throw Problem(node, new("expected 'key: value' lines", "此处应为“键: 值”"));
        foreach (var key in this.node.Children.Keys)
        {
            if (!keys.Contains(key.ToString()))
            {
                throw Unknown(key, keys);
            }
        }
    }

    /// <summary>Reads a whole document; null when it is empty.</summary>
    /// <exception cref="BadInputException">It is not YAML, or has other keys than the given ones.</exception>
    public static YamlMap? Parse(TextReader text, string file, params string[] keys)
    {
        YamlStream stream;
        try
        {
            stream = BoundedParser.Load(text);
        }
        catch (YamlException fault)
        {
            throw new BadInputException(new(
                $"{file}, line {fault.Start.Line}: not valid YAML: {fault.Message}",
                $"{file} 第 {fault.Start.Line} 行：不是有效的 YAML：{fault.Message}"), fault);
        }

        return stream.Documents.Count == 0 ? null : new YamlMap(stream.Documents[0].RootNode, file, keys);
    }

    public string? Text(string key) => Child(key) switch
    {
        null => null,
        YamlScalarNode { Value: { Length: > 0 } text } => text,
        var other => throw Problem(other, new($"'{key}' needs a value", $"“{key}”缺少值")),
    };

    public string Required(string key) => Text(key) ?? throw Missing(key);

    /// <summary>What to throw when a key must be given.</summary>
    public BadInputException Missing(string key) => Problem(node, new($"'{key}' is missing", $"缺少“{key}”"));

    public decimal? Number(string key) => Parsed<decimal>(key, new("a number that is not negative", "非负数"), text =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null);

    public DateOnly? Date(string key) => Parsed(key, ADate, ReadDate);

    public bool? Flag(string key) => Parsed<bool>(key, new("true or false", "true 或 false"), text =>
        bool.TryParse(text, out var flag) ? flag : null);

    /// <summary>Dates under free names, or one date that stands for all under the given name; null when the key is absent.</summary>
    public IReadOnlyDictionary<string, DateOnly>? Dates(string key, string all) => (Child(key) is YamlScalarNode
        ? new Dictionary<string, string> { [all] = Required(key) }
        : Names(key))?.ToDictionary(
            pair => pair.Key,
            pair => ReadDate(pair.Value) ?? throw Wrong(key, pair.Value, ADate));

    /// <summary>What a word stands for; null when the key is absent.</summary>
    public T? OneOf<T>(string key, IReadOnlyDictionary<string, T> all)
        where T : struct
    {
        var words = string.Join(", ", all.Keys);
        return Parsed<T>(key, new($"one of {words}", $"{words} 之一"), word => all.TryGetValue(word, out var value) ? value : null);
    }

    /// <summary>A value that the given function understands; null when the key is absent.</summary>
    public T? Parsed<T>(string key, Phrase expected, Func<string, T?> parse)
        where T : struct =>
        Text(key) is { } text ? parse(text) ?? throw Wrong(key, text, expected) : null;

    /// <summary>The mappings of a list; empty when the key is absent.</summary>
    public IEnumerable<YamlMap> Maps(string key, params string[] keys) =>
        List(key)?.Children.Select(child => new YamlMap(child, file, keys)) ?? [];

    /// <summary>The mappings of a list in which a text alone stands for a mapping with only the given key.</summary>
    public IEnumerable<YamlMap> MapsOrTexts(string key, string textKey, params string[] keys) =>
        List(key)?.Children.Select(child => new YamlMap(
            child is YamlScalarNode ? new YamlMappingNode(new YamlScalarNode(textKey), child) : child, file, keys)) ?? [];

    /// <summary>The mapping under a key; null when the key is absent.</summary>
    public YamlMap? Map(string key, params string[] keys) => Child(key) is { } child ? new YamlMap(child, file, keys) : null;

    /// <summary>The mappings under free names; empty when the key is absent.</summary>
    public IEnumerable<(string Name, YamlMap Map)> MapsByName(string key, params string[] keys) => Child(key) switch
    {
        null => [],
        YamlMappingNode map => map.Children.Select(pair => (pair.Key.ToString(), new YamlMap(pair.Value, file, keys))),
        var other => throw Problem(other, new($"'{key}' should be names with 'key: value' lines", $"“{key}”应为“名称”及其“键: 值”")),
    };

    /// <summary>The texts of a list; null when the key is absent.</summary>
    public IReadOnlyList<string>? Texts(string key) => List(key)?.Children.Select(child => child.ToString()).ToArray();

    /// <summary>A mapping from free names to texts; null when the key is absent.</summary>
    public IReadOnlyDictionary<string, string>? Names(string key) => Child(key) switch
    {
        null => null,
        YamlMappingNode map => map.Children.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString()),
        var other => throw Problem(other, new($"'{key}' should be names with values", $"“{key}”应为“名称: 值”")),
    };

    public BadInputException Wrong(string key, string written, Phrase expected) => Problem(Child(key) ?? node, new(
        $"'{key}' is '{written}', but should be {expected.English}", $"“{key}”为“{written}”，应为{expected.Chinese}"));

    private static Phrase ADate => new("a date such as 2025-08-01", "2025-08-01 这样的日期");

    private static DateOnly? ReadDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private BadInputException Unknown(YamlNode key, string[] keys)
    {
        var meant = Spelling.Nearest(key.ToString(), keys);
        return Problem(key, meant is null
            ? new($"unknown key '{key}'; known are {string.Join(", ", keys)}", $"未知的键“{key}”；可用：{string.Join("、", keys)}")
            : new($"unknown key '{key}'; did you mean '{meant}'?", $"未知的键“{key}”；是否想写“{meant}”？"));
    }

    private YamlSequenceNode? List(string key) => Child(key) switch
    {
        null => null,
        YamlSequenceNode list => list,
        var other => throw Problem(other, new($"'{key}' should be a list", $"“{key}”应为列表")),
    };

    private YamlNode? Child(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    private BadInputException Problem(YamlNode at, Phrase what) => new(new(
        $"{file}, line {at.Start.Line}: {what.English}.", $"{file} 第 {at.Start.Line} 行：{what.Chinese}。"));
}
