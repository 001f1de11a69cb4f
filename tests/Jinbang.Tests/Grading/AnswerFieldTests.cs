using Jinbang.Exams;
using Jinbang.Grading;

namespace Jinbang.Tests.Grading;

/// <summary>Answers in a field of JSON or YAML, for every kind of question.</summary>
public class AnswerFieldTests
{
    [Theory]
    [InlineData(QuestionKind.SingleChoice, "reasoning: it floats\nanswer: B", "B")]
    [InlineData(QuestionKind.SingleChoice, "```yaml\nanswer: B\nreasoning: A sinks\n```", "B")]
    [InlineData(QuestionKind.MultipleChoice, "```yaml\nanswer:\n  - A\n  - C\nconfidence: high\n```", "AC")]
    [InlineData(QuestionKind.MultipleChoice, "{\"answer\": [\"A\", \"C\"]}", "AC")]
    [InlineData(QuestionKind.Number, "steps: three rows of four\nanswer: 12", "12")]
    [InlineData(QuestionKind.Number, "```yml\nanswer: |\n  3.5\n```", "3.5")]
    [InlineData(QuestionKind.TrueFalse, "reasoning: whales nurse their young\nanswer: true", "true")]
    [InlineData(QuestionKind.ShortText, "reasoning: it is the longest\nanswer: Nile", "nile")]
    [InlineData(QuestionKind.Expression, "{\"answer\": \"\\\\frac{1}{2}\"}", "\\frac{1}{2}")]
    [InlineData(QuestionKind.Expression, "{\"answer\": \"\\frac{1}{2}\"}", "\\frac{1}{2}")]
    [InlineData(QuestionKind.SingleChoice, "{\"reasoning\": \"The answer is not A.\", \"answer\": \"B", "B")]
    [InlineData(QuestionKind.SingleChoice, "{\"answer\": \"B\", \"reasoning\": \"one may think that the answer is A\"}", "B")]
    [InlineData(QuestionKind.SingleChoice, "{\"选项\": \"B\", \"理由\": \"因为\"}", "B")]
    public void The_field_is_read(QuestionKind kind, string reply, string answer)
    {
        var reading = Grader.For(kind).Read(Questions.Choice(kind, "A"), reply);
        Assert.Equal((answer, "answer-field"), (reading.Answer, reading.Rule));
        Assert.InRange(reading.Start, 1, reply.Length - reading.Length);
    }

    [Theory]
    [InlineData("{\"reasoning\": \"4 fours\", \"answer\": \"16 cm\"}", "16")]
    [InlineData("```json\n{\"answer\": 16.50}\n```", "16.50")]
    public void The_reading_points_into_the_reply_as_it_came(string reply, string written)
    {
        var reading = Grader.For(QuestionKind.Number).Read(Questions.Free(QuestionKind.Number, new NumberKey(0)), reply);
        Assert.StartsWith(written, reply.Substring(reading.Start, reading.Length), StringComparison.Ordinal);
    }
}
