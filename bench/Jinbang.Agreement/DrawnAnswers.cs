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
    /// <summary>Agreement with the published accuracies.</summary>
    public static IEnumerable<Figure> Measure(string banks)
    {
        var bank = Path.Combine(banks, "zeroeval");
        var models = Accuracies(bank, "gsm", _ => true);
        yield return Within("zeroeval GSM8K: models within 0.15 points of the published accuracy", models, 0.15, mustHold: true);
        yield return new(
            "zeroeval GSM8K: largest difference below the published accuracy", Points(models.Max(model => model.Published - model.Ours)), "≤ 0.15", models.Max(model => model.Published - model.Ours) <= 0.15, "–");
        yield return new(
            "zeroeval GSM8K: largest difference above it", Points(models.Max(model => model.Ours - model.Published)), "≤ 0.15", models.Max(model => model.Ours - model.Published) <= 0.15, "1.2");
        foreach (var model in models.Where(model => Math.Abs(model.Ours - model.Published) > 0.15))
        {
            yield return new($"zeroeval GSM8K, {model.Model}: ours, published, by the first number of each answer", $"{Points(model.Ours)}, {Points(model.Published)}, {Points(model.First)}", "–", true);
        }

        yield return Within("zeroeval NumerSense: models within one question (0.2 points) of the published accuracy", Accuracies(bank, "numersense-v2", _ => true), 0.2, mustHold: true);
    }

    private static Figure Within(string measure, List<(string Model, double Ours, double Published, double First)> models, double points, bool mustHold)
    {
        var close = models.Count(model => Math.Abs(model.Ours - model.Published) <= points);
        return Figure.Share(measure, close, models.Count, mustHold ? 1 : 0);
    }

    private static string Points(double points) => points.ToString("0.00", CultureInfo.InvariantCulture);

    private static List<(string Model, double Ours, double Published, double First)> Accuracies(string bank, string set, Func<string, bool> counts)
    {
        using var summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(bank, $"{set}.published_summary.json")));
        var published = summary.RootElement.EnumerateArray().Where(row => row.Text("Mode") == "greedy")
            .ToDictionary(row => row.Text("Model"), row => double.Parse(row.Text("Acc"), CultureInfo.InvariantCulture));
        var rows = Table(Path.Combine(bank, $"{set}.extracted_answers.csv"));
        return [.. rows[0].Answers.Keys
            .Where(model => published.ContainsKey(model) && rows.All(row => row.Answers[model] != "NA"))
            .Select(model => (
                model,
                100.0 * rows.Count(row => IsRight(row.Key, row.Answers[model])) / rows.Count,
                published[model],
                100.0 * rows.Count(row => First(row.Answers[model]) == row.Key) / rows.Count))];
    }

    private static List<(decimal Key, Dictionary<string, string> Answers)> Table(string file)
    {
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<(decimal, Dictionary<string, string>)>();
        while (csv.Read())
        {
            var key = decimal.Parse(csv["answer"]!.Trim('#', ' '), NumberStyles.Number, CultureInfo.InvariantCulture);
            rows.Add((key, csv.HeaderRecord![2..].ToDictionary(model => model, model => csv[model] ?? "")));
        }

        return rows;
    }

    private static bool IsRight(decimal key, string answer)
    {
        var question = new Question("q", QuestionKind.Number, "?", [], new NumberKey(key));
        return Grader.For(question.Kind).Grade(question, CreditRule.Exact, new(Outcome.Replied, answer)).Verdict == Verdict.Right;
    }

    // As the publishers read: commas and dollar signs taken out, the first number counts.
    private static decimal? First(string answer) =>
        FirstNumber().Match(answer.Replace("$", "").Replace(",", "")) is { Success: true, Value: var number } && decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(@"-?\d+(\.\d+)?", RegexOptions.NonBacktracking)]
    private static partial Regex FirstNumber();
}
