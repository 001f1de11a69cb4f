using System.Text.Json;
using System.Text.RegularExpressions;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Agreement;

/// <summary>The examples that two trained answer readers are published with: xFinder's replies beside right answers, xVerify's beside people's verdicts.</summary>
public static partial class ExtractionExamples
{
    /// <summary>Agreement with the right answers and with the verdicts.</summary>
    public static IEnumerable<Figure> Measure(string banks)
    {
        var (answers, verdicts) = (new Counter(), new Counter());
        foreach (var row in Rows(banks, "xfinder_example.json"))
        {
            answers.Add(IsRight(row));
        }

        foreach (var row in Rows(banks, "xverify_eval_examples.json"))
        {
            verdicts.Add(IsRight(row) == (row.Text("human_judgment_result") == "Correct"));
        }

        yield return answers.Figure("xFinder's examples: the reply is read as the right answer (two answer otherwise)", 0.6);
        yield return verdicts.Figure("xVerify's examples: people's verdicts", 0.9);
    }

    private static JsonElement[] Rows(string banks, string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(banks, "answer-extraction-examples", file)));
        return [.. document.RootElement.Clone().EnumerateArray()];
    }

    private static bool IsRight(JsonElement row)
    {
        var question = Question(row);
        return Grader.For(question.Kind).Grade(question, CreditRule.Exact, new(Outcome.Replied, row.Text("llm_output"))).Verdict == Verdict.Right;
    }

    private static Question Question(JsonElement row)
    {
        var answer = row.Text("correct_answer");
        var options = Options(row.GetProperty("standard_answer_range"));
        var letter = options.FirstOrDefault(option => option.Text == answer)?.Letter.ToString() ?? answer;
        return row.Text("key_answer_type") switch
        {
            "math" => new("q", QuestionKind.Expression, "?", [], new ExpressionKey([answer])),
            "categorical_label" => new("q", QuestionKind.TrueFalse, "?", [], new TruthKey(answer is "True" or "Yes")),
            "short_text" when options.Count == 0 => new("q", QuestionKind.ShortText, "?", [], new TextKey([answer])),
            _ => new("q", QuestionKind.SingleChoice, "?", options, new LettersKey(letter)),
        };
    }

    // Pairs of letter and text, as JSON or as Python writes them, or texts alone.
    private static List<Option> Options(JsonElement range) =>
        range.ValueKind == JsonValueKind.String
            ? [.. Pair().Matches(range.GetString()!).Select(pair => new Option(pair.Groups[1].Value[0], pair.Groups[2].Value))]
            : [.. range.EnumerateArray().Select((item, i) => item.ValueKind == JsonValueKind.Array
                ? new Option(item[0].GetString()![0], item[1].GetString()!)
                : new Option((char)('A' + i), item.GetString()!))];

    [GeneratedRegex("""\['([A-Z])', ['"](.*?)['"]\]""", RegexOptions.NonBacktracking)]
    private static partial Regex Pair();
}
