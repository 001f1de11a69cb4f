using Jinbang.Exams;
using Jinbang.Exams.Checks;

namespace Jinbang.Runs.Logs;

/// <summary>Finds the question of an exam that a logged reply answers: by its id, else by its text.</summary>
internal sealed class QuestionFinder(Exam exam)
{
    private readonly Dictionary<string, Question> byId = exam.Questions.ToDictionary(question => question.Id);
    private readonly ILookup<string, Question> byStem = exam.Questions.ToLookup(question => SameText.Core(question.Stem));

    /// <summary>The question that a reply answers.</summary>
    /// <exception cref="BadInputException">The exam has no such question, or several that the text may mean.</exception>
    public Question Find(LoggedReply reply) => reply.Question.Length == 0 ? ByStem(reply)
        : byId.TryGetValue(reply.Question, out var question) ? question : throw Unknown(reply);

    /// <summary>Whether a reply stands beside another text than its question's.</summary>
    public static bool Differs(LoggedReply reply, Question question) =>
        reply.Stem is { } stem && SameText.Core(stem) != SameText.Core(question.Stem);

    private Question ByStem(LoggedReply reply)
    {
        var candidates = byStem[SameText.Core(reply.Stem ?? "")].ToList();
        if (candidates.Count > 1 && reply.Options is not null)
        {
            candidates.RemoveAll(question => !ShownOptions.AreOf(question, reply));
        }

        return candidates.Count switch
        {
            1 => candidates[0],
            0 => throw new BadInputException(new(
                $"{reply.Place}: the exam has no question with this text. Is it the log of another exam? Give the question's id if its text was changed.",
                $"{reply.Place}：题库中没有这样的题干。这是别的题库的记录吗？若题干有改动，请给出题目编号。")),
            _ => throw new BadInputException(new(
                $"{reply.Place}: {candidates.Count} questions of the exam have this text. Give the question's id.",
                $"{reply.Place}：题库中有 {candidates.Count} 道题的题干与此相同。请给出题目编号。")),
        };
    }

    private BadInputException Unknown(LoggedReply reply)
    {
        var meant = Spelling.Nearest(reply.Question, byId.Keys);
        return new(meant is null
            ? new(
                $"{reply.Place}: the exam has no question {reply.Question}. Is it the log of another exam?",
                $"{reply.Place}：题库中没有题目 {reply.Question}。这是别的题库的记录吗？")
            : new(
                $"{reply.Place}: the exam has no question {reply.Question}. Did you mean {meant}?",
                $"{reply.Place}：题库中没有题目 {reply.Question}。是否想写 {meant}？"));
    }
}
