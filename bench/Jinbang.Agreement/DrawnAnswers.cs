using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Agreement;

/// <summary>The answers of many models to GSM8K and NumerSense, as ZeroEval drew them from JSON replies, with the accuracies it published.</summary>
public static partial class DrawnAnswers
{
    /// <summary>Agreement with the published accuracies, and of whole replies with what was drawn from them.</summary>
    public static IEnumerable<Figure> Measure(string banks)
    {
        var bank = Path.Combine(banks, "zeroeval");
        var models = Accuracies(bank, "gsm");
        yield return Within("zeroeval GSM8K: models within 0.15 points of the published accuracy", models, 0.15, "up to 1.2 points off");
        yield return new(
            "zeroeval GSM8K: largest difference below the published accuracy", Points(models.Max(model => model.Published - model.Ours)), "≤ 0.15", models.TrueForAll(model => model.Published - model.Ours <= 0.15));
        foreach (var model in models.Where(model => Math.Abs(model.Ours - model.Published) > 0.15))
        {
            yield return new($"zeroeval GSM8K, {model.Model}: ours; published; by the first number of each answer; by answers that are a bare number alone", $"{Points(model.Ours)}; {Points(model.Published)}; {Points(model.First)}; {Points(model.Bare)}", "–", true);
        }

        yield return Within("zeroeval NumerSense: models within one question (0.2 points) of the published accuracy", Accuracies(bank, "numersense-v2"), 0.2);
        yield return WholeReplies(bank, "gsm", 0.997);
        yield return WholeReplies(bank, "numersense-v2", 1);
    }

    private static Figure Within(string measure, List<Accuracy> models, double points, string peers = "–") =>
        Figure.Share(measure, models.Count(model => Math.Abs(model.Ours - model.Published) <= points), models.Count, 1, peers);

    private static Figure WholeReplies(string bank, string set, double target)
    {
        var drawn = Table(Path.Combine(bank, $"{set}.extracted_answers.csv")).ToDictionary(row => row.Id, row => row.Answers);
        var same = new Counter();
        foreach (var row in JsonLines.Read(Path.Combine(bank, $"{set}.raw_replies_sample.jsonl")))
        {
            if (drawn.TryGetValue(row.Text("id"), out var answers) && answers.TryGetValue(row.Text("model"), out var answer) && answer is not ("" or "NA"))
            {
                same.Add(IsRight(Key(row.Text("answer")), row.Text("reply")) == IsRight(Key(row.Text("answer")), answer));
            }
        }

        return same.Figure($"zeroeval {set}: whole replies with the verdict of the answer drawn from them", target);
    }

    private static string Points(double points) => points.ToString("0.00", CultureInfo.InvariantCulture);

    private static List<Accuracy> Accuracies(string bank, string set)
    {
        using var summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(bank, $"{set}.published_summary.json")));
        var published = summary.RootElement.EnumerateArray().Where(row => row.Text("Mode") == "greedy")
            .ToDictionary(row => row.Text("Model"), row => double.Parse(row.Text("Acc"), CultureInfo.InvariantCulture));
        var rows = Table(Path.Combine(bank, $"{set}.extracted_answers.csv"));
        return [.. rows[0].Answers.Keys
            .Where(model => published.ContainsKey(model) && rows.All(row => row.Answers[model] != "NA"))
            .Select(model => new Accuracy(
                model,
                published[model],
                Percent(row => IsRight(row.Key, row.Answers[model])),
                Percent(row => First(row.Answers[model]) == row.Key),
                Percent(row => Bare(row.Answers[model]) == row.Key)))];

        double Percent(Func<(string Id, decimal Key, Dictionary<string, string> Answers), bool> isRight) => 100.0 * rows.Count(isRight) / rows.Count;
    }

    private static List<(string Id, decimal Key, Dictionary<string, string> Answers)> Table(string file)
    {
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<(string, decimal, Dictionary<string, string>)>();
        while (csv.Read())
        {
            rows.Add((csv["id"]!, Key(csv["answer"]!), csv.HeaderRecord![2..].ToDictionary(model => model, model => csv[model] ?? "")));
        }

        return rows;
    }

    private static decimal Key(string written) => decimal.Parse(written.Trim('#', ' '), NumberStyles.Number, CultureInfo.InvariantCulture);

    private static bool IsRight(decimal key, string answer)
    {
        var question = new Question("q", QuestionKind.Number, "?", [], new NumberKey(key));
        return Grader.For(question.Kind).Grade(question, CreditRule.Exact, new(Outcome.Replied, answer)).Verdict == Verdict.Right;
    }

    private static decimal? Bare(string answer) =>
        decimal.TryParse(answer.Replace("$", ""), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;

    // As the publishers read: commas and dollar signs taken out, the first number counts.
    private static decimal? First(string answer) =>
        FirstNumber().Match(answer.Replace("$", "").Replace(",", "")) is { Success: true, Value: var number } && decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(@"-?\d+(\.\d+)?", RegexOptions.NonBacktracking)]
    private static partial Regex FirstNumber();

    private sealed record Accuracy(string Model, double Published, double Ours, double First, double Bare);
}
