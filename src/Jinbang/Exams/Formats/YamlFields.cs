using Jinbang.Exams.Drafts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Jinbang.Exams.Formats;

/// <summary>The fields of one YAML mapping, in one language; what is wrong with them is added to the faults.</summary>
internal sealed class YamlFields
{
    private readonly Dictionary<string, YamlNode> nodes = [];
    private readonly Language language;
    private readonly List<Fault> faults;

    /// <summary>Takes a mapping's fields and reports those not known.</summary>
    public YamlFields(YamlMappingNode map, string[] known, Language language, List<Fault> faults)
    {
        (this.language, this.faults) = (language, faults);
        foreach (var (key, value) in map.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (known.Contains(name))
            {
                nodes[name] = value;
            }
            else
            {
                ReportUnknown(key, name, known);
            }
        }
    }

    /// <summary>The fields of a mapping inside, with the same language and faults.</summary>
    public YamlFields Inner(YamlMappingNode map, string[] known) => new(map, known, language, faults);

    public void Fail(YamlNode node, Phrase what) => faults.Add(new Fault(Line(node), what));

    /// <summary>The node of a field; null when the field is absent or null.</summary>
    public YamlNode? Node(string name) => nodes.GetValueOrDefault(name) is { } node && !IsNull(node) ? node : null;

    /// <summary>The text of a field in the language; null when it is absent.</summary>
    public string? Text(string name) => Node(name) is { } node ? Text(node, name) : null;

    /// <summary>The text of a node: one string, or the language's entry of {zh, en}.</summary>
    public string? Text(YamlNode node, string name)
    {
        var text = node is YamlMappingNode map ? InLanguage(map, name) : node;
        if (text is YamlScalarNode scalar)
        {
            return IsNull(scalar) ? null : scalar.Value;
        }

        if (text is not null)
        {
            Fail(node, new($"{name} must be one text, or one for each language: {{zh: …, en: …}}.", $"{name} 应为一段文字，或按语言分列：{{zh: …, en: …}}。"));
        }

        return null;
    }

    /// <summary>The texts of a node: one, a list of them, or either in the language's entry of {zh, en}.</summary>
    public IReadOnlyList<string> Texts(YamlNode node, string name) => node switch
    {
        YamlSequenceNode list => [.. list.Children.Select(child => Text(child, name) ?? "")],
        YamlMappingNode map => InLanguage(map, name) is { } spoken ? Texts(spoken, name) : [],
        _ => [Text(node, name) ?? ""],
    };

    public IReadOnlyList<YamlNode> List(string name)
    {
        if (Node(name) is not { } node)
        {
            return [];
        }

        if (node is YamlSequenceNode list)
        {
            return [.. list.Children];
        }

        Fail(node, new($"{name} must be a list (lines that start with \"- \").", $"{name} 应为列表（每项以“- ”开头）。"));
        return [];
    }

    /// <summary>A field that maps names to nodes; empty when it is absent.</summary>
    public IReadOnlyDictionary<string, YamlNode> Map(string name)
    {
        if (Node(name) is not { } node)
        {
            return new Dictionary<string, YamlNode>();
        }

        if (node is YamlMappingNode map && map.Children.Keys.All(key => key is YamlScalarNode))
        {
            return map.Children.ToDictionary(child => ((YamlScalarNode)child.Key).Value ?? "", child => child.Value);
        }

        Fail(node, new($"{name} must have named entries, such as \"A: text\".", $"{name} 的每一项应有名称，如“A: 文字”。"));
        return new Dictionary<string, YamlNode>();
    }

    public static int Line(YamlNode node) => (int)node.Start.Line;

    private YamlNode? InLanguage(YamlMappingNode map, string name)
    {
        foreach (var key in map.Children.Keys.Where(key => LanguageNames.Find((key as YamlScalarNode)?.Value) is null))
        {
            Fail(key, new($"{name} has the entry \"{key}\"; only zh and en are known.", $"{name} 中有“{key}”；只能用 zh 和 en。"));
        }

        var code = language.Code();
        if (map.Children.TryGetValue(new YamlScalarNode(code), out var node))
        {
            return node;
        }

        Fail(map, new($"{name} has no text in {code}.", $"{name} 没有 {code} 的文字。"));
        return null;
    }

    private void ReportUnknown(YamlNode key, string name, string[] known)
    {
        var near = Spelling.Nearest(name, known);
        Fail(key, new(
            $"The field \"{name}\" is not known" + (near is null ? $"; known are {string.Join(", ", known)}." : $"; did you mean {near}?"),
            $"字段“{name}”无法识别" + (near is null ? $"；可用：{string.Join("、", known)}。" : $"；是否想写 {near}？")));
    }

    private static bool IsNull(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };
}
