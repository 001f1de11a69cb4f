using Jinbang.Exams;
using Jinbang.Grading.Graders;
using Jinbang.Grading.Judges;
using Jinbang.Models;

namespace Jinbang.Grading;

/// <summary>Reads and grades replies to one kind of question.</summary>
public abstract class Grader
{
    private static readonly Grader SingleChoice = new SingleChoiceGrader();
    private static readonly Grader MultipleChoice = new MultipleChoiceGrader();
    private static readonly Grader TrueFalse = new TrueFalseGrader();
    private static readonly Grader Number = new NumberGrader();
    private static readonly Grader ShortText = new ShortTextGrader();
    private static readonly Grader Instructions = new InstructionsGrader();
    private static readonly Grader Open = new OpenGrader();
    private static readonly Grader Expression = new ExpressionGrader();
    private static readonly Grader List = new ListGrader();

    /// <summary>The grader for a kind of question.</summary>
    public static Grader For(QuestionKind kind) => kind switch
    {
        QuestionKind.SingleChoice => SingleChoice,
        QuestionKind.MultipleChoice => MultipleChoice,
        QuestionKind.TrueFalse => TrueFalse,
        QuestionKind.Number => Number,
        QuestionKind.ShortText => ShortText,
        QuestionKind.Instructions => Instructions,
        QuestionKind.Open => Open,
        QuestionKind.Expression => Expression,
        QuestionKind.List => List,
    };

    /// <summary>Reads what a text answers, without looking at the key.</summary>
    public abstract Reading Read(Question question, string text);

    /// <summary>Grades a reply by rules alone.</summary>
    /// <param name="question">The question that was asked.</param>
    /// <param name="credit">The exam's rule for several right options.</param>
    /// <param name="reply">A reply whose outcome is not Failed.</param>
    /// <exception cref="ArgumentException">The outcome is Failed: a failure is never graded.</exception>
    public Grade Grade(Question question, CreditRule credit, Reply reply)
    {
        var reading = reply.Outcome switch
        {
            Outcome.Refused => new(ReadingKind.Refusal, "", "provider-refused"),
            Outcome.Replied => Read(question, reply.Text),
            Outcome.CutOff => ReadCutOff(question, reply.Text),
            Outcome.Failed => throw new ArgumentException("A failed attempt has no reply to grade.", nameof(reply)),
        };
        return GradeOf(question, credit, reading);
    }

    /// <summary>Grades what was read, by rules or by a judge.</summary>
    public Grade GradeOf(Question question, CreditRule credit, Reading reading) => reading.Kind switch
    {
        ReadingKind.Letter or ReadingKind.Letters or ReadingKind.Value => Graded(reading, Points(question, credit, reading)),
        ReadingKind.NoCorrectOption => new(Verdict.Wrong, 0, reading),
        ReadingKind.Refusal or ReadingKind.Unanswered => new(Verdict.Unanswered, 0, reading),
        ReadingKind.Unreadable => new(Verdict.Unreadable, 0, reading),
    };

    /// <summary>What a value reported by a judge says, when the words that the judge quotes bear it out; else null.</summary>
    /// <param name="question">The question that was asked.</param>
    /// <param name="value">The value as the judge gives it.</param>
    /// <param name="quote">Words of the reply.</param>
    internal virtual Reading? ReadReported(Question question, string value, string quote) =>
        PlainWords.Contain(quote, value) && Read(question, value) is { Kind: ReadingKind.Value } reading ? reading : null;

    /// <summary>Whether what is read from two replies can be the same answer, so that a majority can answer.</summary>
    public virtual bool HasComparableAnswers => true;

    /// <summary>Whether two answers to a question are the same, as this grader sees it: the second would be right if the
    /// first were the key.</summary>
    /// <param name="question">The question that was asked.</param>
    /// <param name="first">The one answer, as <see cref="Reading.Answer"/> has it.</param>
    /// <param name="second">The other.</param>
    public bool AreSame(Question question, string first, string second) =>
        first == second
        || (KeyOf(question.Key, first) is { } key && Points(question with { Key = key }, CreditRule.Exact, new(ReadingKind.Value, second, "")) == 1);

    /// <summary>The key that an answer would make; null where only what is read alike is the same.</summary>
    /// <param name="key">The question's own key, whose unit, tolerance and synonyms count.</param>
    /// <param name="answer">The answer.</param>
    protected virtual AnswerKey? KeyOf(AnswerKey key, string answer) => null;

    /// <summary>The points, 0 to 1, that a letter, letters or a value earn.</summary>
    protected abstract decimal Points(Question question, CreditRule credit, Reading reading);

    /// <summary>Reads a reply that was cut off at the token limit.</summary>
    protected virtual Reading ReadCutOff(Question question, string text) =>
        Read(question, text) is { Kind: not ReadingKind.Unreadable } reading ? reading : new(ReadingKind.Unanswered, "", "cut-off");

    /// <summary>The grade of points.</summary>
    internal static Grade Graded(Reading reading, decimal points) =>
        new(points >= 1 ? Verdict.Right : points > 0 ? Verdict.Partial : Verdict.Wrong, points, reading);
}
