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
        if (reply.Options is null || question.Key is not LettersKey key)
        {
            return question;
        }

        var shown = Read(reply);
        var left = question.Options.ToList();
        var letters = "";
        foreach (var option in shown)
        {
            var at = left.FindIndex(own => SameText.Core(own.Text) == SameText.Core(option.Text));
            if (at < 0)
            {
                throw Unknown(question, reply, option);
            }

            letters += key.Letters.Contains(left[at].Letter) ? option.Letter : "";
            left.RemoveAt(at);
        }

        return left.Count == 0 ? question with { Options = shown, Key = new LettersKey(letters) } : throw Missing(question, reply, left[0]);
    }

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
