using Jinbang.Exams;
using Jinbang.Models;

namespace Jinbang.Grading;

/// <summary>Reads and grades replies to one kind of question.</summary>
public abstract class Grader
{
    /// <summary>Reads what a text answers, without looking at the key.</summary>
    public abstract Reading Read(Question question, string text);

    /// <summary>Grades a reply.</summary>
    /// <param name="question">The question that was asked.</param>
    /// <param name="credit">The exam's rule for several right options.</param>
    /// <param name="reply">A reply whose outcome is not Failed.</param>
    public Grade Grade(Question question, CreditRule credit, Reply reply) => throw new NotImplementedException();

    /// <summary>The grader of a kind of question.</summary>
    public static Grader For(QuestionKind kind) => throw new NotImplementedException(kind.ToString());
}
