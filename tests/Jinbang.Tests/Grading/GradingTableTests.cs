using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Tests.Grading;

/// <summary>The tables whose first column is a key: what is read depends on it, or what counts is whether it is right.</summary>
public class GradingTableTests
{
    private static readonly string[] Kinds = ["expression", "list"];

    public static TheoryData<string, int, string, string, string, string, string> Rows()
    {
        var data = new TheoryData<string, int, string, string, string, string, string>();
        foreach (var table in ReadingTable.Names().Where(HasKeys))
        {
            foreach (var (line, cells) in ReadingTable.Rows(table))
            {
                data.Add(table, line, cells[0], cells[1], cells[2], cells[3], cells[4]);
            }
        }

        return data;
    }

    /// <summary>Whether a table's first column is a key.</summary>
    public static bool HasKeys(string table) => Kinds.Contains(table[..table.IndexOf('.')]);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_row_of_the_tables_with_keys_is_graded_as_it_says(
        string table, int line, string key, string reply, string verdict, string answer, string rule)
    {
        var question = table.StartsWith("list", StringComparison.Ordinal)
            ? Questions.Free(QuestionKind.List, new ListKey([.. key.Trim().Split("; ").Select(part => part.Split(" | "))]))
            : Questions.Free(QuestionKind.Expression, new ExpressionKey([key.Trim()]));
        var text = reply.Trim();
        var grade = Grader.For(question.Kind).Grade(question, CreditRule.Exact, new(Outcome.Replied, text));
        Assert.Equal($"{table}.md:{line} {verdict.Trim()} {answer.Trim()} {rule.Trim()}", $"{table}.md:{line} {grade.Verdict} {grade.Reading.Answer} {grade.Reading.Rule}");
        Assert.InRange(grade.Reading.Start, 0, text.Length - grade.Reading.Length);
    }

    [Fact]
    public void The_tables_with_keys_hold_at_least_150_rows() => Assert.True(Rows().Count >= 150);
}
