using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Tests.Grading;

public class RealNumbersTests
{
    /// <summary>Points of 100 that one question of the smaller set is worth, rounding included.</summary>
    private const double OneQuestion = 0.2;

    [Fact]
    public void Accuracies_on_GSM8K_are_the_published_ones_but_for_formulas_that_the_publishers_read_no_value_from()
    {
        var models = Accuracies("gsm");
        Assert.All(models, model => Assert.True(model.Ours >= model.Published - 0.15, $"{model}"));
        Assert.True(models.Count(model => Math.Abs(model.Ours - model.Published) <= 0.15) >= 27, string.Join('\n', models));
    }

    [Fact]
    public void Accuracies_on_NumerSense_are_the_published_ones() =>
        Assert.All(Accuracies("numersense-v2"), model => Assert.True(Math.Abs(model.Ours - model.Published) <= OneQuestion, $"{model}"));

    [Theory]
    [InlineData("gsm", 0.997)]
    [InlineData("numersense-v2", 1)]
    public void Whole_replies_are_graded_as_the_answers_that_were_drawn_from_them(string set, double share)
    {
        var drawn = Table(set).SelectMany(row => row.Answers, (row, answer) => (Key: (row.Id, answer.Key), answer.Value))
            .Where(answer => answer.Value is not ("" or "NA")).ToDictionary(answer => answer.Key, answer => answer.Value);
        var (agreed, all) = (0, 0);
        foreach (var line in File.ReadLines(SharedData.Path($"banks/zeroeval/{set}.raw_replies_sample.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            var (id, model) = (row.RootElement.GetProperty("id").GetString()!, row.RootElement.GetProperty("model").GetString()!);
            if (drawn.TryGetValue((id, model), out var answer))
            {
                var key = row.RootElement.GetProperty("answer").GetString()!;
                agreed += IsRight(key, row.RootElement.GetProperty("reply").GetString()!) == IsRight(key, answer) ? 1 : 0;
                all++;
            }
        }

        Assert.True(all > 1000 && agreed >= share * all, $"{agreed} of {all}");
    }

    private static List<(string Model, double Ours, double Published)> Accuracies(string set)
    {
        using var summary = JsonDocument.Parse(File.ReadAllText(SharedData.Path($"banks/zeroeval/{set}.published_summary.json")));
        var published = summary.RootElement.EnumerateArray().Where(row => row.GetProperty("Mode").GetString() == "greedy")
            .ToDictionary(row => row.GetProperty("Model").GetString()!, row => double.Parse(row.GetProperty("Acc").GetString()!, CultureInfo.InvariantCulture));
        var rows = Table(set);
        return [.. rows[0].Answers.Keys
            .Where(model => published.ContainsKey(model) && rows.All(row => row.Answers[model] != "NA"))
            .Select(model => (model, 100.0 * rows.Count(row => IsRight(row.Key, row.Answers[model])) / rows.Count, published[model]))];
    }

    private static List<(string Id, string Key, Dictionary<string, string> Answers)> Table(string set)
    {
        using var csv = new CsvReader(new StreamReader(SharedData.Path($"banks/zeroeval/{set}.extracted_answers.csv")), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<(string, string, Dictionary<string, string>)>();
        while (csv.Read())
        {
            rows.Add((csv["id"]!, csv["answer"]!, csv.HeaderRecord![2..].ToDictionary(model => model, model => csv[model] ?? "")));
        }

        return rows;
    }

    private static bool IsRight(string key, string reply)
    {
        var number = decimal.Parse(key.Trim('#', ' '), NumberStyles.Number, CultureInfo.InvariantCulture);
        var question = Questions.Free(QuestionKind.Number, new NumberKey(number));
        return Grader.For(question.Kind).Grade(question, CreditRule.Exact, new(Outcome.Replied, reply)).Verdict == Verdict.Right;
    }
}
