using Jinbang.Exams;
using Jinbang.Grading;

namespace Jinbang.Tests.Grading;

/// <summary>A quarter of a million characters of what a quadratic reader would take minutes for.</summary>
public class HostileReplyTests
{
    private const int Size = 250_000;

    // A busy machine holds a reader up now and then, and a quadratic one is slow each time.
    private const int Tries = 5;

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
    [InlineData("{\"answer\": ")]
    [InlineData("\"answer\": \"")]
    [InlineData("\"answer\": {\"answer\": [")]
    [InlineData("answer: x\n")]
    [InlineData("\\\"")]
    [InlineData("\\u0022")]
    [InlineData("一")]
    [InlineData("分之一")]
    [InlineData("亿")]
    [InlineData("one hundred million ")]
    [InlineData("1,234 ")]
    [InlineData("1 1/2 ")]
    [InlineData("wait 5 ")]
    [InlineData("答案是(2√3)^2 ")]
    [InlineData("(1) ")]
    [InlineData("(1) A ")]
    [InlineData("1. A\n")]
    [InlineData("【答案】")]
    [InlineData("\\boxed{x^{2}} ")]
    [InlineData("$x$ ")]
    [InlineData("\\sqrt")]
    [InlineData("is it true? ")]
    public void A_long_hostile_reply_is_read(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Size / piece.Length));
        foreach (var kind in Enum.GetValues<QuestionKind>())
        {
            foreach (var hostile in new[] { "The answer is A" + text, text + "答案是B" })
            {
                var reading = Grader.For(kind).Read(Ask(kind), hostile);
                Assert.InRange(reading.Start, 0, hostile.Length - reading.Length);
            }
        }
    }

    // Eight times the text may take at most some thirty times as long, which a quadratic reader (sixty-four times) exceeds; short times are noise.
    [Theory]
    [InlineData("{\"answer\": ")]
    [InlineData("(1) A ")]
    [InlineData("1,234 ")]
    [InlineData("\\boxed{2} ")]
    [InlineData("答案是一 ")]
    [InlineData("1/")]
    public void Reading_grows_with_the_text_and_not_faster(string piece)
    {
        foreach (var kind in Enum.GetValues<QuestionKind>())
        {
            Assert.True(Enumerable.Range(0, Tries).Any(_ => GrowsInProportion(kind, piece)), kind.ToString());
        }
    }

    private static bool GrowsInProportion(QuestionKind kind, string piece)
    {
        var small = Time(kind, piece, Size / 4);
        var large = Time(kind, piece, Size * 2);
        return large < TimeSpan.FromSeconds(1) || large < 32 * small;
    }

    private static TimeSpan Time(QuestionKind kind, string piece, int size)
    {
        var text = string.Concat(Enumerable.Repeat(piece, size / piece.Length));
        Grader.For(kind).Read(Ask(kind), text);
        var start = TimeProvider.System.GetTimestamp();
        Grader.For(kind).Read(Ask(kind), text);
        return TimeProvider.System.GetElapsedTime(start);
    }

    private static Question Ask(QuestionKind kind) =>
        kind == QuestionKind.List ? Questions.Free(kind, new ListKey([["A"], ["BD"], ["C"]])) : Questions.Choice(kind, "A");
}
