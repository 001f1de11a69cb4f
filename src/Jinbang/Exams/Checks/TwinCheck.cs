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

    // Large banks are not to be held twice.
    private static string Content(Question question) => Fingerprint.Of(
    [
        SameText.Core(question.Passage ?? ""),
        SameText.Core(question.Stem),
        .. question.Options.Select(option => option.Text).Order(StringComparer.Ordinal).Select(SameText.Core),
    ]);
}
