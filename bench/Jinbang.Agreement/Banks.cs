namespace Jinbang.Agreement;

/// <summary>The banks of real replies that readings are measured on.</summary>
public static class Banks
{
    /// <summary>Each bank's measure by its name; given the folder that holds the banks, it yields its figures.</summary>
    public static IReadOnlyDictionary<string, Func<string, IEnumerable<Figure>>> All { get; } = new Dictionary<string, Func<string, IEnumerable<Figure>>>
    {
        ["mcq-robustness"] = LabelledReplies.Measure,
        ["mmlu-pro"] = MmluProReplies.Measure,
        ["gaokao-bench"] = GaokaoPapers.Measure,
        ["bbh"] = ReasonedReplies.Measure,
        ["zeroeval"] = DrawnAnswers.Measure,
        ["ifeval"] = InstructionVerdicts.Measure,
        ["answer-extraction-examples"] = ExtractionExamples.Measure,
    };
}
