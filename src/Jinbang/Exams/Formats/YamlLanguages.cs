using YamlDotNet.RepresentationModel;

namespace Jinbang.Exams.Formats;

/// <summary>Finds which languages a YAML exam is written in.</summary>
internal static class YamlLanguages
{
    /// <summary>The languages, the first one first, and whether the file says so; none when they must be detected.</summary>
    public static (IReadOnlyList<Language> Languages, bool Stated) Of(YamlMappingNode root)
    {
        var bilingual = Questions(root).Select(question => Child(question, "stem")).OfType<YamlMappingNode>().FirstOrDefault();
        IReadOnlyList<Language> languages = bilingual is not null
            ? [.. bilingual.Children.Keys.Select(key => LanguageNames.Find((key as YamlScalarNode)?.Value)).OfType<Language>()]
            : LanguageNames.Find((Child(root, "language") as YamlScalarNode)?.Value) is { } stated ? [stated] : [];
        return (languages, languages.Count > 0);
    }

    private static IEnumerable<YamlMappingNode> Questions(YamlMappingNode root) =>
        Child(root, "questions") is YamlSequenceNode questions ? questions.Children.OfType<YamlMappingNode>() : [];

    private static YamlNode? Child(YamlMappingNode map, string name) =>
        map.Children.TryGetValue(new YamlScalarNode(name), out var node) ? node : null;
}
