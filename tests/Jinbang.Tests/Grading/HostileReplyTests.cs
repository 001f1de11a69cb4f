using Jinbang.Exams;
using Jinbang.Grading;

namespace Jinbang.Tests.Grading;

/// <summary>A million characters of what a quadratic reader would not finish within the life of a test run.</summary>
public class HostileReplyTests
{
    private const int Size = 1_000_000;

    [Theory]
    [InlineData("(")]
    [InlineData("(\n")]
    [InlineData("? ")]
    [InlineData("[[")]
    [InlineData("答案是")]
    [InlineData("答案是A")]
    [InlineData("answer is ")]
    [InlineData("answer is A or ")]
    [InlineData("A、")]
    [InlineData("A ")]
    [InlineData("A\n")]
    [InlineData("A)")]
    [InlineData("<think>")]
    [InlineData("</think>")]
    [InlineData("<think></think>")]
    [InlineData("\\boxed{")]
    [InlineData("\\frac{")]
    [InlineData("\\")]
    [InlineData("9")]
    [InlineData("9,")]
    [InlineData("1,234")]
    [InlineData("1/")]
    [InlineData("1e")]
    [InlineData("= 1 ")]
    [InlineData("not ")]
    [InlineData("不")]
    [InlineData("option text ")]
    [InlineData("option text A ")]
    [InlineData("is correct ")]
    [InlineData("正确")]
    [InlineData("true or ")]
    [InlineData("so ")]
    [InlineData(" ")]
    [InlineData("'")]
    public void A_long_hostile_reply_is_read(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Size / piece.Length));
        foreach (var kind in Enum.GetValues<QuestionKind>())
        {
            foreach (var hostile in new[] { "The answer is A" + text, text + "答案是B" })
            {
                var reading = Grader.For(kind).Read(Questions.Choice(kind, "A"), hostile);
                Assert.InRange(reading.Start, 0, hostile.Length - reading.Length);
            }
        }
    }
}
