using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Checks;

/// <summary>The one path from drafts, whatever their format, to questions and problems.</summary>
internal sealed class ExamCheck(List<Problem> problems)
{
    private readonly Dictionary<string, SourcePlace> placeOfId = [];
    private readonly TwinCheck twins = new();
    private readonly Clusters clusters = new();

    /// <summary>The question, or null when an error makes it unusable; what was found is added to the problems.</summary>
    public Question? Check(DraftQuestion draft)
    {
        var findings = new Findings(draft, problems);
        foreach (var fault in draft.Faults)
        {
            findings.Fail(fault);
        }

        return findings.HasErrors ? null : Check(draft, findings);
    }

    private Question? Check(DraftQuestion draft, Findings findings)
    {
        CheckId(draft, findings);
        var cleaning = new Cleaning();
        var texts = cleaning.Clean(draft);
        var options = OptionCheck.Read(draft.Options, cleaning, findings);
        CheckStem(texts.Stem ?? "", options, findings);
        var answer = KeyCheck.Read(texts, options, findings);
        var weight = ReadWeight(draft, findings);
        cleaning.Report(findings);
        if (answer is not var (kind, key) || findings.HasErrors)
        {
            return null;
        }

        var question = new Question(draft.Id, kind, texts.Stem ?? "", options, key)
        {
            Passage = texts.Passage,
            Stratum = texts.Stratum,
            Cluster = draft.Cluster ?? clusters.Of(texts.Passage, draft.Id),
            Topic = texts.Topic,
            Explanation = texts.Explanation,
            Weight = weight,
            Place = draft.Place,
        };
        twins.Check(question, findings);
        return question;
    }

    private static void CheckStem(string stem, IReadOnlyList<Option> options, Findings findings)
    {
        if (stem.Length > 0)
        {
            return;
        }

        if (options.Count > 0)
        {
            findings.Fail("The question has no text (empty stem).", "题干为空。");
        }
        else
        {
            findings.Fail("The question has neither a text (empty stem) nor options.", "题干为空，也没有选项。");
        }
    }

    private void CheckId(DraftQuestion draft, Findings findings)
    {
        if (!placeOfId.TryAdd(draft.Id, draft.Place))
        {
            var first = findings.Elsewhere(placeOfId[draft.Id]);
            findings.Fail(
                $"The id {draft.Id} was already given at {first.English}; ids must differ.",
                $"编号 {draft.Id} 已在{first.Chinese}用过；编号不得重复。");
        }
    }

    private static decimal ReadWeight(DraftQuestion draft, Findings findings)
    {
        if (draft.Weight is null)
        {
            return 1;
        }

        if (!Numbers.TryRead(draft.Weight, out var weight) || weight <= 0)
        {
            findings.Fail(
                $"The weight \"{draft.Weight}\" is not a number above 0.", $"分值“{draft.Weight}”不是大于 0 的数。");
        }

        return weight;
    }
}
