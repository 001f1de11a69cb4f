using System.Globalization;
using Jinbang.Exams;
using Jinbang.Models;
using Jinbang.Runs.Logs;

namespace Jinbang.Bench.Gallery;

/// <summary>Replies as models write them: the reasoning of the exam's explanation where they are right, a confident mistake where they are
/// not, now and then no answer at all.</summary>
/// <param name="exam">The exam.</param>
internal sealed class PlausibleReplies(Exam exam)
{
    // The exam's key of this one is wrong, as happens: models that know better give the right option.
    private const string Mistaken = "ms-007";
    private const string Truth = "B";
    private const double Well = 1.2;

    private bool IsChinese => exam.Language == Language.Chinese;

    /// <summary>A model's replies to all questions.</summary>
    public IReadOnlyList<LoggedReply> Of(Examinee model) => [.. exam.Questions.Select(question => Of(model, question))];

    private LoggedReply Of(Examinee model, Question question)
    {
        var chance = new Random(Seed($"{model.Name} {exam.Id} {question.Id}"));
        var hardness = new Random(Seed(question.Id)).NextDouble() * 5 - 2;
        var isRight = chance.NextDouble() < model.Chance(hardness);
        var (outcome, text) = chance.NextDouble() switch
        {
            < 0.008 => (Outcome.CutOff, Reasoning(question, isRight)),
            < 0.011 => (Outcome.Refused, ""),
            < 0.024 when !isRight => (Outcome.Replied, IsChinese ? "题目条件不足，无法确定。" : "I'm not sure; more than one of these could be meant."),
            _ => (Outcome.Replied, $"{Reasoning(question, isRight)}\n\n{Ending(question.Id == Mistaken && model.Ability > Well ? Truth : Answer(question, isRight, chance), chance)}"),
        };
        var tokens = (int)(model.Tokens * Math.Exp(chance.NextDouble() - 0.5));
        return new(model.Name, question.Id, text, default)
        {
            Outcome = outcome,
            Usage = new TokenUsage(60 + question.Stem.Length, tokens),
            Elapsed = TimeSpan.FromSeconds(0.4 + tokens / model.Speed * (0.8 + 0.5 * chance.NextDouble())),
        };
    }

    private string Reasoning(Question question, bool isRight) => (isRight, IsChinese) switch
    {
        (true, _) when question.Explanation is { } why => why,
        (_, true) => $"先看题目问的是什么：{Beginning(question.Stem)}……\n逐项比较后，其余各项都与题干的关键条件不符，这一项最符合常见情形。",
        (_, false) => $"The question turns on this: \"{Beginning(question.Stem)} …\"\nGoing through the options one by one, the others do not fit the condition that is given; this one is the usual case.",
    };

    private string Ending(string answer, Random chance) => (IsChinese, chance.Next(3)) switch
    {
        (true, 0) => $"因此答案是 {answer}。",
        (true, 1) => $"**答案：{answer}**",
        (true, _) => $"综上，选择 {answer}。",
        (false, 0) => $"The answer is {answer}.",
        (false, 1) => $"**Answer: {answer}**",
        (false, _) => $"So I would choose {answer}.",
    };

    private static string Answer(Question question, bool isRight, Random chance) => question.Key switch
    {
        LettersKey key when isRight => key.Letters,
        LettersKey { Letters.Length: 1 } key => Other(question, key.Letters, chance),
        LettersKey key => key.Letters[..^1],
        TruthKey key => key.IsTrue == isRight ? "True" : "False",
        NumberKey key when isRight => key.ToString(),
        NumberKey key => (key.Value * (chance.Next(2) == 0 ? 2 : 0.5m)).ToString("0.##", CultureInfo.InvariantCulture),
        var key => key.ToString() ?? "",
    };

    // Of wrong options one tempts most.
    private static string Other(Question question, string key, Random chance)
    {
        var letters = question.Options.Select(option => option.Letter.ToString()).Where(letter => letter != key).ToList();
        return letters[Math.Min(chance.Next(letters.Count), chance.Next(letters.Count))];
    }

    private static string Beginning(string stem) => stem[..Math.Min(24, stem.Length)];

    private static int Seed(string text) => text.Aggregate(17, (sum, letter) => unchecked(sum * 31 + letter)) & int.MaxValue;
}
