using System.Text.Json;
using Jinbang.Exams;
using Jinbang.Grading;

namespace Jinbang.Agreement;

/// <summary>GPT-4's replies in Chinese to questions of the Gaokao with one right option (Zhang et al. 2023, arXiv 2305.12474).</summary>
public static class GaokaoLetters
{
    private static readonly Question Question = new(
        "q", QuestionKind.SingleChoice, "?", [.. "ABCD".Select(letter => new Option(letter, $"({letter})"))], new LettersKey("A"));

    /// <summary>Agreement with the letter that the authors drew.</summary>
    public static IEnumerable<Figure> Measure(string banks)
    {
        var letters = new Counter();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(banks, "gaokao-bench", "objective"), "*.json").Order(StringComparer.Ordinal))
        {
            using var bank = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var row in bank.RootElement.GetProperty("example").EnumerateArray().Where(IsSingle))
            {
                var drawn = row.GetProperty("model_answer")[0].GetString();
                var reading = Grader.For(Question.Kind).Read(Question, row.Text("model_output"));
                letters.Add(reading.Kind == ReadingKind.Letter && reading.Answer == drawn);
            }
        }

        yield return letters.Figure("gaokao-bench: one letter, as the authors drew it", 0.97, "0.76");
    }

    private static bool IsSingle(JsonElement row) => IsOneLetter(row, "standard_answer") && IsOneLetter(row, "model_answer");

    private static bool IsOneLetter(JsonElement row, string field) =>
        row.GetProperty(field).GetArrayLength() == 1 && row.GetProperty(field)[0].GetString() is ['A' or 'B' or 'C' or 'D'];
}
