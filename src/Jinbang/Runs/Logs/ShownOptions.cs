using Jinbang.Exams;
using Jinbang.Exams.Checks;

namespace Jinbang.Runs.Logs;

/// <summary>Options in the order that a model saw them, which may be another than the exam's.</summary>
internal static class ShownOptions
{
    /// <summary>The question as the model saw it: the reply's letters, and the key in these letters.</summary>
    /// <exception cref="BadInputException">The reply's options are not those of the exam.</exception>
    public static Question In(Question question, LoggedReply reply)
    {
        if (reply.Options is null || question.Options.Count == 0 || Read(reply) is not { Count: > 0 } shown)
        {
            return question;
        }

        var left = question.Options.ToList();
        var letters = new Dictionary<char, char>();
        foreach (var option in shown)
        {
            var at = left.FindIndex(own => SameText.Core(own.Text) == SameText.Core(option.Text));
            if (at < 0)
            {
                throw Unknown(question, reply, option);
            }

            letters.Add(left[at].Letter, option.Letter);
            left.RemoveAt(at);
        }

        return left.Count == 0 ? question with { Options = shown, Key = Key(question, reply, letters) } : throw Missing(question, reply, left[0]);
    }

    private static AnswerKey Key(Question question, LoggedReply reply, Dictionary<char, char> letters) => question.Key switch
    {
        LettersKey key => new LettersKey(string.Concat(key.Letters.Select(letter => letters[letter]).Order())),
        var key when letters.All(pair => pair.Key == pair.Value) => key,
        _ => throw new BadInputException(new(
            $"{reply.Place}: the options of question {question.Id} stand in another order than in the exam; only single and multiple choice can be followed.",
            $"{reply.Place}：题目 {question.Id} 的选项顺序与题库不同；只有单选题和多选题可以按文字对应。")),
    };

    /// <summary>Whether a reply's options are those of a question, in whatever order.</summary>
    /// <exception cref="BadInputException">The reply's options cannot be read.</exception>
    public static bool AreOf(Question question, LoggedReply reply) =>
        Cores(question.Options).SequenceEqual(Cores(Read(reply)));

    private static IEnumerable<string> Cores(IEnumerable<Option> options) =>
        options.Select(option => SameText.Core(option.Text)).Order(StringComparer.Ordinal);

    private static IReadOnlyList<Option> Read(LoggedReply reply)
    {
        try
        {
            return LoggedOptions.Parse(reply.Options!);
        }
        catch (BadInputException fault)
        {
            throw new BadInputException(new($"{reply.Place}: {fault.Problem.English}", $"{reply.Place}：{fault.Problem.Chinese}"), fault);
        }
    }

    private static BadInputException Unknown(Question question, LoggedReply reply, Option option)
    {
        var meant = Spelling.Nearest(option.Text, question.Options.Select(own => own.Text));
        return new(new(
            $"{reply.Place}: option {option.Letter} \"{option.Text}\" is none of question {question.Id}"
            + (meant is null ? "." : $"; nearest is \"{meant}\".") + " The options must be the exam's, in any order.",
            $"{reply.Place}：选项 {option.Letter}“{option.Text}”不在题目 {question.Id} 中"
            + (meant is null ? "。" : $"，最接近的是“{meant}”。") + "选项必须与题库相同，顺序不限。"));
    }

    private static BadInputException Missing(Question question, LoggedReply reply, Option option) => new(new(
        $"{reply.Place}: the options lack \"{option.Text}\" of question {question.Id}. The options must be the exam's, in any order.",
        $"{reply.Place}：选项中缺少题目 {question.Id} 的“{option.Text}”。选项必须与题库相同，顺序不限。"));
}
