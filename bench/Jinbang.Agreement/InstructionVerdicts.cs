using System.Text.Json;
using Jinbang.Exams;
using Jinbang.Grading.Instructions;

namespace Jinbang.Agreement;

/// <summary>Three models' replies to the prompts of IFEval (Zhou et al. 2023, arXiv 2311.07911), with its checker's verdicts.</summary>
public static class InstructionVerdicts
{
    private const string Prefix = "verdicts_";

    /// <summary>Agreement with the verdict on each instruction, for each model in each sense.</summary>
    public static IEnumerable<Figure> Measure(string banks)
    {
        var bank = Path.Combine(banks, "ifeval");
        var keys = ExamReader.Read(Path.Combine(bank, "en_input_data.jsonl")).Exam!.Questions
            .ToDictionary(question => question.Id, question => (InstructionsKey)question.Key);
        foreach (var file in Directory.EnumerateFiles(bank, Prefix + "*.jsonl").Order(StringComparer.Ordinal))
        {
            yield return Measure(file, keys, "strict");
            yield return Measure(file, keys, "loose");
        }
    }

    private static Figure Measure(string file, Dictionary<string, InstructionsKey> keys, string sense)
    {
        var verdicts = new Counter();
        foreach (var row in JsonLines.Read(file))
        {
            var key = keys[row.GetProperty("key").GetRawText()];
            foreach (var (instruction, verdict) in key.Instructions.Zip(row.GetProperty(sense).EnumerateArray()))
            {
                var follows = InstructionRules.Follows(instruction, row.Text("response"), key.Language, sense == "loose");
                verdicts.Add(follows == (verdict.ValueKind == JsonValueKind.True));
            }
        }

        return verdicts.Figure($"ifeval: {Path.GetFileNameWithoutExtension(file)[Prefix.Length..]}, each instruction, {sense}", 0.995);
    }
}
