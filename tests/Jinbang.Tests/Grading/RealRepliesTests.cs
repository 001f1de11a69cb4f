using System.Text.Json;
using Jinbang.Exams;
using Jinbang.Grading;

namespace Jinbang.Tests.Grading;

public class RealRepliesTests
{
    [Fact]
    public void Readings_agree_with_people_who_labelled_replies_of_three_models()
    {
        var (agreed, all) = (0, 0);
        foreach (var line in File.ReadLines(SharedData.Path("banks/mcq-robustness/labelled_replies.visible.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            var options = row.RootElement.GetProperty("options").EnumerateObject().Select(option => new Option(option.Name[0], option.Value.GetString()!)).ToArray();
            var question = new Question("q", QuestionKind.SingleChoice, "?", options, new LettersKey("A"));
            var reading = Grader.For(question.Kind).Read(question, row.RootElement.GetProperty("reply").GetString()!);
            agreed += Agrees(reading, row.RootElement, options) ? 1 : 0;
            all++;
        }

        Assert.True(agreed >= 0.98 * all, $"{agreed} of {all}");
    }

    [Fact]
    public void Readings_agree_with_the_letters_drawn_from_replies_to_Chinese_exams()
    {
        var (agreed, all) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(SharedData.Path("banks/gaokao-bench/objective"), "*.json"))
        {
            using var bank = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var row in bank.RootElement.GetProperty("example").EnumerateArray().Where(IsSingle))
            {
                var question = Questions.Choice(QuestionKind.SingleChoice, "A");
                var reading = Grader.For(question.Kind).Read(question, row.GetProperty("model_output").GetString()!);
                agreed += reading.Kind == ReadingKind.Letter && reading.Answer == row.GetProperty("model_answer")[0].GetString() ? 1 : 0;
                all++;
            }
        }

        Assert.True(agreed >= 0.99 * all, $"{agreed} of {all}");
    }

    // A refusal is never turned into a letter, though people labelled it with the option that says "Refused".
    private static bool Agrees(Reading reading, JsonElement row, Option[] options)
    {
        var letters = row.GetProperty("label_letters").GetString();
        var meant = options.FirstOrDefault(option => letters == option.Letter.ToString())?.Text;
        return row.GetProperty("label_kind").GetString() switch
        {
            "letter" => reading.Answer == letters || (reading.Kind == ReadingKind.Refusal && meant is "Refused"),
            "several_letters" => reading.Answer == letters,
            "refusal" => reading.Kind == ReadingKind.Refusal,
            _ => reading.Kind == ReadingKind.NoCorrectOption,
        };
    }

    // The data's own letter is the last of several where a reply gives several, so only replies that give one are compared.
    private static bool IsSingle(JsonElement row) =>
        row.GetProperty("standard_answer").GetArrayLength() == 1 && row.GetProperty("standard_answer")[0].GetString()!.Length == 1
        && row.GetProperty("model_answer").GetArrayLength() == 1
        && row.GetProperty("model_output").GetString()!.Split("【答案】")[^1].Count(char.IsAsciiLetterUpper) == 1;
}
