using Jinbang.Exams;
using Jinbang.Runs.Logs.Matrices;

namespace Jinbang.Tests.Runs.Logs.Matrices;

public sealed class ResponseMatrixTests
{
    [Fact]
    public void A_line_a_model_becomes_marks_for_an_exam_that_stands_in()
    {
        var matrix = ResponseMatrix.Read(File("set.responses.csv", "model,responses\na,10.\nb,011\n"), File("items.csv", "item,stratum,difficulty\nq1,s,0\nq2,s,1\n\"q,3\",t,2\n"))!;

        Assert.Equal("set", matrix.Name);
        Assert.Equal([("a", "q1", "1"), ("a", "q2", "0"), ("b", "q1", "0"), ("b", "q2", "1"), ("b", "q,3", "1")], matrix.Replies().Select(reply => (reply.Model, reply.Question, reply.Text)));
        var exam = Exam(matrix);
        Assert.Equal([("q1", QuestionKind.Number, "s"), ("q2", QuestionKind.Number, "s"), ("q,3", QuestionKind.Number, "t")], exam.Questions.Select(question => (question.Id, question.Kind, question.Stratum)));
    }

    [Fact]
    public void A_column_a_model_becomes_marks_and_other_columns_are_passed_over()
    {
        var matrix = ResponseMatrix.Read(File("r.csv", "item,m0,m1,irt_difficulty\n0,1,0,-1.75\n1,0,,0.5\n"), null)!;

        Assert.Equal([("m0", "0", "1"), ("m0", "1", "0"), ("m1", "0", "0")], matrix.Replies().Select(reply => (reply.Model, reply.Question, reply.Text)));
    }

    [Fact]
    public void Letters_beside_a_key_become_replies_and_numbered_runs_repeats()
    {
        var matrix = ResponseMatrix.Read(File("r.csv", "question_id,category,answer,m#1,m#2,n\n7,law,B,B,,A\n8,law,AC,AC,D,NA\n"), null)!;

        Assert.Equal(
            [("m", 1, "7", "B"), ("m", 1, "8", "AC"), ("m", 2, "7", ""), ("m", 2, "8", "D"), ("n", 0, "7", "A")],
            matrix.Replies().Select(reply => (reply.Model, reply.Repeat, reply.Question, reply.Text)));
        var exam = Exam(matrix);
        Assert.Equal([("7", QuestionKind.SingleChoice, "B"), ("8", QuestionKind.MultipleChoice, "AC")], exam.Questions.Select(question => (question.Id, question.Kind, question.Key.ToString()!)));
        Assert.All(exam.Questions, question => Assert.Equal("ABCD", string.Concat(question.Options.Select(option => option.Letter))));
    }

    [Theory]
    [InlineData("question,options,answer\nWhy?,A. x,B\n")]
    [InlineData("item,irt_difficulty\n0,-1.75\n")]
    [InlineData("model,avg\na,50\n")]
    [InlineData("hello")]
    [InlineData("")]
    public void Other_files_are_no_matrices(string text) => Assert.Null(ResponseMatrix.Read(File("x.csv", text), null));

    [Fact]
    public void A_matrix_that_is_not_whole_is_refused_by_line()
    {
        var items = File("items.csv", "item\nq1\nq2\n");
        var fault = Assert.Throws<BadInputException>(() => ResponseMatrix.Read(File("r.csv", "model,responses\na,10\nb,1\n"), items));
        Assert.Contains("r.csv:3", fault.Message, StringComparison.Ordinal);
        Assert.Contains("--items", Assert.Throws<BadInputException>(() => ResponseMatrix.Read(File("r.csv", "model,responses\na,10\n"), null)).Message, StringComparison.Ordinal);
        Assert.Throws<BadInputException>(() => ResponseMatrix.Read(File("r.csv", "item,m\n0,1\n1\n"), null));
        Assert.Throws<BadInputException>(() => ResponseMatrix.Read("nothing.csv", null));
    }

    private static Exam Exam(ResponseMatrix matrix) => ExamReader.ReadForUse(File("exam.csv", matrix.WriteExam()), null, leaveOutBad: false);

    private static string File(string name, string text)
    {
        var path = Path.Combine(Samples.TemporaryFolder(), name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
