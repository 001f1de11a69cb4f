using Jinbang.Exams;
using Jinbang.Grading;

namespace Jinbang.Tests.Grading;

public class ReadingTableTests
{
    public static TheoryData<string, QuestionKind, int, string, string, string, string, string> Rows()
    {
        var data = new TheoryData<string, QuestionKind, int, string, string, string, string, string>();
        foreach (var (table, kind) in new[]
        {
            ("single-choice", QuestionKind.SingleChoice), ("multiple-choice", QuestionKind.MultipleChoice),
            ("true-false", QuestionKind.TrueFalse), ("number", QuestionKind.Number), ("short-text", QuestionKind.ShortText),
        })
        {
            foreach (var (line, cells) in ReadingTable.Rows(table))
            {
                data.Add(table, kind, line, cells[0], cells[1], cells[2], cells[3], cells[4]);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_row_of_the_tables_is_read_as_it_says(
        string table, QuestionKind kind, int line, string options, string reply, string reading, string answer, string rule)
    {
        var text = reply.Trim();
        var read = Grader.For(kind).Read(Questions.WithOptions(kind, options), text);
        Assert.Equal($"{table}.md:{line} {reading.Trim()} {answer.Trim()} {rule.Trim()}", $"{table}.md:{line} {read.Kind} {read.Answer} {read.Rule}");
        Assert.InRange(read.Start, 0, text.Length - read.Length);
    }

    [Fact]
    public void The_tables_hold_at_least_150_rows() => Assert.True(Rows().Count >= 150);
}
