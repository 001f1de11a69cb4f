using System.Text.Json;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Tests.Grading;

/// <summary>Exam papers of which one reply answers several questions; a proper part of several letters earns half, a wrong number of answers nothing.</summary>
public class RealListsTests
{
    private static readonly CreditRule Half = new(CreditKind.Subset);

    [Theory]
    [InlineData("2010-2022_English_Reading_Comp")]
    [InlineData("2010-2022_Chinese_Lang_and_Usage_MCQs")]
    public void Replies_to_several_questions_earn_what_the_letters_drawn_from_them_earn_within_one_percent(string paper)
    {
        var (ours, published) = (Score(paper, IsList, Reply), Score(paper, IsList, Letters));
        Assert.True(Math.Abs(ours - published) <= 0.01m * published, $"{ours} for {published}");
    }

    [Theory]
    [InlineData("2010-2013_English_MCQs")]
    [InlineData("2010-2022_Biology_MCQs")]
    [InlineData("2010-2022_Chemistry_MCQs")]
    [InlineData("2010-2022_Chinese_Lang_and_Usage_MCQs")]
    [InlineData("2010-2022_English_Reading_Comp")]
    [InlineData("2010-2022_History_MCQs")]
    [InlineData("2010-2022_Math_I_MCQs")]
    public void Letters_drawn_from_replies_earn_exactly_what_was_published(string paper) =>
        Assert.Equal(Published(paper), Math.Round(Score(paper, _ => true, Letters), 6));

    private static decimal Score(string paper, Func<JsonElement, bool> counts, Func<JsonElement, string> reply)
    {
        using var bank = JsonDocument.Parse(File.ReadAllText(SharedData.Path($"banks/gaokao-bench/objective/{paper}.json")));
        return bank.RootElement.GetProperty("example").EnumerateArray().Where(counts).Sum(row =>
        {
            var key = Texts(row, "standard_answer");
            var question = key.Length == 1 ? Questions.Choice(QuestionKind.SingleChoice, key[0]) : Questions.Free(QuestionKind.List, new ListKey([.. key.Select(part => new[] { part })]));
            return row.GetProperty("score").GetDecimal() * key.Length * Grader.For(question.Kind).Grade(question, Half, new(Outcome.Replied, reply(row))).Points;
        });
    }

    private static bool IsList(JsonElement row) => row.GetProperty("standard_answer").GetArrayLength() > 1;

    private static string Letters(JsonElement row) => string.Join("; ", Texts(row, "model_answer"));

    private static string Reply(JsonElement row) => row.GetProperty("model_output").GetString()!;

    private static string[] Texts(JsonElement row, string name) => [.. row.GetProperty(name).EnumerateArray().Select(part => part.GetString()!)];

    private static decimal Published(string paper)
    {
        using var scores = JsonDocument.Parse(File.ReadAllText(SharedData.Path("banks/gaokao-bench/published_scores.visible.json")));
        return scores.RootElement.GetProperty(paper).GetProperty("correct_score").GetDecimal();
    }
}
