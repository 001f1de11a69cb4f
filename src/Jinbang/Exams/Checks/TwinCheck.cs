using System.Text;

namespace Jinbang.Exams.Checks;

/// <summary>Finds questions that ask the same with the same options.</summary>
internal sealed class TwinCheck
{
    private readonly Dictionary<string, SourcePlace> seen = [];

    public void Check(Question question, Findings findings)
    {
        var content = Content(question);
        if (!seen.TryAdd(content, question.Place))
        {
            var first = findings.Elsewhere(seen[content]);
            findings.Warn(
                $"The question repeats the one at {first.English}: same text, same options.",
                $"与{first.Chinese}的题目重复：题干与选项都相同。");
        }
    }

    private static string Content(Question question)
    {
        var content = new StringBuilder();
        Append(content, question.Passage ?? "");
        Append(content, question.Stem);
        foreach (var option in question.Options.Select(option => option.Text).Order(StringComparer.Ordinal))
        {
            Append(content, option);
        }

        return content.ToString();
    }

    // Spaces, case and full-width forms do not make another question.
    private static void Append(StringBuilder content, string text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                content.Append(char.ToLowerInvariant(HalfWidth.Of(c)));
            }
        }

        content.Append('\n');
    }
}
