using System.Globalization;
using Jinbang.Exams.Checks;
using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Decisions;

/// <summary>Reads another key for a question that is there already.</summary>
public static class KeyWriting
{
    /// <summary>The key, checked as if it stood in the exam file.</summary>
    /// <param name="question">The question; its kind and options stay.</param>
    /// <param name="written">Letters, a number, true or false, or a text.</param>
    /// <exception cref="BadInputException">It cannot be the key of this question.</exception>
    public static AnswerKey Read(Question question, string written)
    {
        if (question.Kind is QuestionKind.Instructions or QuestionKind.Open or QuestionKind.List)
        {
            throw new BadInputException(new(
                $"Question {question.Id} has several parts or is not answered by a key: correct it in the exam file, {question.Place}.",
                $"题目 {question.Id} 不止一个答案或不按答案评分：请在题库文件 {question.Place} 中修改。"));
        }

        var number = question.Key as NumberKey;
        var draft = new DraftQuestion(question.Place, question.Id)
        {
            Kind = question.Kind,
            Options = [.. question.Options.Select(option => new DraftOption(option.Letter.ToString(), option.Text))],
            Key = [written],
            Tolerance = number?.Tolerance.ToString(CultureInfo.InvariantCulture),
            Unit = number?.Unit,
        };
        var problems = new List<Problem>();
        var read = KeyCheck.Read(draft, question.Options, new Findings(draft, problems));
        return read is var (_, key) && problems.All(problem => problem.Severity != Severity.Error) ? key : throw new BadInputException(new(
            $"Question {question.Id}: {string.Join(" ", problems.Select(problem => problem.What.English))}",
            $"题目 {question.Id}：{string.Concat(problems.Select(problem => problem.What.Chinese))}"));
    }
}
