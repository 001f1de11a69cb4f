using System.Text.Json;
using Jinbang.Exams;
using Jinbang.Grading.Instructions;

namespace Jinbang.Tests.Grading;

public class RealInstructionsTests
{
    [Theory]
    [InlineData("claude-3-haiku-20240307")]
    [InlineData("gpt-4o-2024-08-06")]
    [InlineData("Qwen__Qwen2.5-1.5B-Instruct-GPTQ-Int4")]
    public void Instructions_are_checked_as_IFEval_checks_them(string model)
    {
        var keys = ExamReader.Read(SharedData.Path("banks/ifeval/en_input_data.jsonl")).Exam!.Questions
            .ToDictionary(question => question.Id, question => (InstructionsKey)question.Key);
        var differences = new List<string>();
        var all = 0;
        foreach (var line in File.ReadLines(SharedData.Path($"banks/ifeval/verdicts_{model}.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            var id = row.RootElement.GetProperty("key").GetRawText();
            var response = row.RootElement.GetProperty("response").GetString()!;
            foreach (var sense in (string[])["strict", "loose"])
            {
                var verdicts = row.RootElement.GetProperty(sense).EnumerateArray().Select(verdict => verdict.GetBoolean());
                differences.AddRange(keys[id].Instructions.Zip(verdicts)
                    .Where(pair => InstructionRules.Follows(pair.First, response, Language.English, sense == "loose") != pair.Second)
                    .Select(pair => $"{id} {sense} {pair.First}"));
            }

            all += keys[id].Instructions.Count;
        }

        Assert.Equal(834, all);
        Assert.All((string[])["strict", "loose"], sense =>
            Assert.True(differences.Count(difference => difference.Contains(sense, StringComparison.Ordinal)) <= 0.005 * all, string.Join('\n', differences)));
    }
}
