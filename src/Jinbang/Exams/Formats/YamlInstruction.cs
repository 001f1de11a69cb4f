using Jinbang.Exams.Drafts;
using YamlDotNet.RepresentationModel;

namespace Jinbang.Exams.Formats;

/// <summary>Reads one instruction of a YAML question: an id alone, or {rule: id} with its arguments.</summary>
internal static class YamlInstruction
{
    private const string Rule = "rule";

    public static DraftInstruction Read(YamlNode node, YamlFields fields)
    {
        if (node is not YamlMappingNode map)
        {
            return new DraftInstruction(YamlFields.Line(node), fields.Text(node, "instructions"), new Dictionary<string, IReadOnlyList<string>>());
        }

        var arguments = map.Children.DistinctBy(child => child.Key.ToString()).ToDictionary(
            child => child.Key.ToString(), child => fields.Texts(child.Value, child.Key.ToString()));
        var id = arguments.Remove(Rule, out var rule) ? string.Join(", ", rule) : null;
        if (id is null)
        {
            fields.Fail(map, new("The instruction does not name its rule, as in \"rule: punctuation:no_comma\".", "指令缺少 rule，例如“rule: punctuation:no_comma”。"));
        }

        return new DraftInstruction(YamlFields.Line(map), id, arguments);
    }
}
