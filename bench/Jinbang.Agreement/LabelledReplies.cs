using System.Text.Json;
using Jinbang.Exams;
using Jinbang.Grading;

namespace Jinbang.Agreement;

/// <summary>Replies of three chat models that people labelled with the option meant (Wang et al. 2024, arXiv 2404.08382).</summary>
public static class LabelledReplies
{
    /// <summary>Agreement with the labels: over all, and over those that are not one letter.</summary>
    public static IEnumerable<Figure> Measure(string banks)
    {
        var all = new Counter();
        var others = new Counter();
        foreach (var row in JsonLines.Read(Path.Combine(banks, "mcq-robustness", "labelled_replies.visible.jsonl")))
        {
            var agrees = Agrees(row);
            all.Add(agrees);
            if (row.Text("label_kind") != "letter")
            {
                others.Add(agrees);
            }
        }

        yield return all.Figure("mcq-robustness: people's labels", 0.97, "0.914");
        yield return others.Figure("mcq-robustness: labels that are not one letter", 0.80, "0.37");
    }

    private static bool Agrees(JsonElement row)
    {
        var options = row.GetProperty("options").EnumerateObject().Select(option => new Option(option.Name[0], option.Value.GetString()!)).ToArray();
        var question = new Question("q", QuestionKind.SingleChoice, "?", options, new LettersKey("A"));
        var reading = Grader.For(question.Kind).Read(question, row.Text("reply"));
        return row.Text("label_kind") switch
        {
            "letter" or "several_letters" => reading.Answer == row.Text("label_letters"),
            "refusal" => reading.Kind == ReadingKind.Refusal,
            _ => reading.Kind == ReadingKind.NoCorrectOption,
        };
    }
}
