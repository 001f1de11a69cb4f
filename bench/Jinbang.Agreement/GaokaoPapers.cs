using System.Text.Json;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Agreement;

/// <summary>GPT-4's replies in Chinese to papers of the Gaokao, with the letters that the authors drew from them and the
/// scores they published (Zhang et al. 2023, arXiv 2305.12474).</summary>
public static class GaokaoPapers
{
    private static readonly CreditRule Half = new(CreditKind.Subset);

    private static readonly Option[] Options = [.. "ABCD".Select(letter => new Option(letter, $"({letter})"))];

    /// <summary>Agreement with letters and with scores.</summary>
    public static IEnumerable<Figure> Measure(string banks)
    {
        var bank = Path.Combine(banks, "gaokao-bench");
        using var published = JsonDocument.Parse(File.ReadAllText(Path.Combine(bank, "published_scores.visible.json")));
        var (stated, drawn) = (new Counter(), new Counter());
        var scores = new List<Figure>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(bank, "objective"), "*.json").Order(StringComparer.Ordinal))
        {
            using var paper = JsonDocument.Parse(File.ReadAllText(file));
            var rows = paper.RootElement.GetProperty("example").EnumerateArray().ToList();
            CompareLetters(rows, stated, drawn);
            var name = Path.GetFileNameWithoutExtension(file);
            scores.AddRange(CompareScores(name, rows, published.RootElement.GetProperty(name).GetProperty("correct_score").GetDecimal()));
        }

        return [
            stated.Figure("gaokao-bench: the letter drawn, where the reply's 【答案】 gives one", 0.97, "0.76"),
            drawn.Figure("gaokao-bench: the letter drawn, which is the last one where the reply gives several or none", 0), .. scores];
    }

    private static void CompareLetters(List<JsonElement> rows, Counter stated, Counter drawn)
    {
        foreach (var row in rows.Where(row => Texts(row, "standard_answer") is [[>= 'A' and <= 'D']] && Texts(row, "model_answer") is [[>= 'A' and <= 'D']]))
        {
            var reading = Read(row.Text("model_output"));
            var agrees = reading.Kind == ReadingKind.Letter && reading.Answer == Texts(row, "model_answer")[0];
            drawn.Add(agrees);
            if (row.Text("model_output").Split("【答案】")[^1].Count(char.IsAsciiLetterUpper) == 1)
            {
                stated.Add(agrees);
            }
        }
    }

    private static IEnumerable<Figure> CompareScores(string paper, List<JsonElement> rows, decimal published)
    {
        yield return Figure.Sum($"gaokao-bench {paper}: score from the authors' letters", rows.Sum(Drawn), published, 0);
        yield return Figure.Sum($"gaokao-bench {paper}: score from our reading", rows.Sum(Ours), published, 0.01m);
        var plain = rows.Where(row => !IsOneOfSeveral(row)).ToList();
        yield return Figure.Sum(
            $"gaokao-bench {paper}: the same without the {rows.Count - plain.Count} replies that give several letters, or none, to one question",
            plain.Sum(Ours), plain.Sum(Drawn), 0.01m);
    }

    private static decimal Drawn(JsonElement row) => Score(row, string.Join("; ", Texts(row, "model_answer")));

    private static decimal Ours(JsonElement row) => Score(row, row.Text("model_output"));

    // The authors take the last letter in the reply, or the first one, and so credit some of these.
    private static bool IsOneOfSeveral(JsonElement row) =>
        Texts(row, "standard_answer").Length == 1 && Read(row.Text("model_output")).Kind != ReadingKind.Letter;

    private static decimal Score(JsonElement row, string reply)
    {
        var key = Texts(row, "standard_answer");
        var question = key.Length == 1
            ? new Question("q", QuestionKind.SingleChoice, "?", Options, new LettersKey(key[0]))
            : new Question("q", QuestionKind.List, "?", [], new ListKey([.. key.Select(part => new[] { part })]));
        return row.GetProperty("score").GetDecimal() * key.Length * Grader.For(question.Kind).Grade(question, Half, new(Outcome.Replied, reply)).Points;
    }

    private static Reading Read(string reply)
    {
        var question = new Question("q", QuestionKind.SingleChoice, "?", Options, new LettersKey("A"));
        return Grader.For(question.Kind).Read(question, reply);
    }

    private static string[] Texts(JsonElement row, string name) => [.. row.GetProperty(name).EnumerateArray().Select(part => part.GetString()!)];
}
