using System.Text;
using Jinbang.Exams;

namespace Jinbang.Tests.Exams;

public sealed class ReadForUseTests
{
    private static ExamOnDisk File(int bad) => new(
        Encoding.UTF8.GetBytes("question,A,B,answer\n" + string.Concat(Enumerable.Repeat("Bad?,x,y,E\n", bad)) + "Good?,x,y,A\n"), "e.csv");

    [Fact]
    public void Errors_stop_the_exam_and_the_first_ten_are_listed()
    {
        using var file = File(12);

        var error = Assert.Throws<BadInputException>(() => ExamReader.ReadForUse(file.Path, null, leaveOutBad: false));

        Assert.Contains("has 12 errors", error.Message, StringComparison.Ordinal);
        Assert.Contains("e.csv:11: [10] The key E names E", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("e.csv:12:", error.Message, StringComparison.Ordinal);
        Assert.Contains("and 2 more", error.Message, StringComparison.Ordinal);
        Assert.Contains("jinbang exams check FILE", error.Problem.Chinese, StringComparison.Ordinal);
        Assert.Contains("--leave-out-bad", error.Problem.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Unusable_questions_are_left_out_when_asked()
    {
        using var file = File(2);
        Assert.Equal("Good?", Assert.Single(ExamReader.ReadForUse(file.Path, null, leaveOutBad: true).Questions).Stem);
    }

    [Fact]
    public void An_exam_without_a_usable_question_cannot_be_used()
    {
        using var file = new ExamOnDisk([.. "question,A,B,answer\nBad?,x,y,E\n"u8], "e.csv");
        Assert.Throws<BadInputException>(() => ExamReader.ReadForUse(file.Path, null, leaveOutBad: true));
    }

    [Theory]
    [InlineData("model,question_id,answer,picked\nm,1,A,B\n")]
    [InlineData("""{"model":"m","id":1,"answer":"A","reply":"A"}""")]
    [InlineData("# A title\n\nSome prose: with a colon.\n")]
    [InlineData("")]
    [InlineData("{")]
    public void What_is_no_exam_is_refused_with_the_formats_known(string text)
    {
        var error = Assert.Throws<BadInputException>(() => ExamText.Read(text));
        Assert.Contains("not recognised as an exam; formats known: Jinbang YAML, Excel", error.Message, StringComparison.Ordinal);
    }
}
