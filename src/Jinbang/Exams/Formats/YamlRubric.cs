using Jinbang.Exams.Drafts;
using YamlDotNet.RepresentationModel;

namespace Jinbang.Exams.Formats;

/// <summary>Reads one criterion of a rubric: {points: number, text: what earns them}.</summary>
internal static class YamlRubric
{
    private static readonly string[] Fields = ["points", "text"];

    public static DraftCriterion Read(YamlNode node, YamlFields question)
    {
        if (node is YamlMappingNode map)
        {
            var fields = question.Inner(map, Fields);
            return new DraftCriterion(fields.Text("points"), fields.Text("text"));
        }

        question.Fail(node, new(
            "A criterion of the rubric must have points and text, such as {points: 2, text: names the cause}.",
            "rubric 的每一条应有 points 和 text，如 {points: 2, text: 指出原因}。"));
        return new DraftCriterion(null, null);
    }
}
