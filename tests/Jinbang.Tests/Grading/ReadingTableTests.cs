using Jinbang.Exams;
using Jinbang.Grading;

namespace Jinbang.Tests.Grading;

public class ReadingTableTests
{
    public static TheoryData<string, QuestionKind, int, string, string, string, string, string> Rows()
    {
        var data = new TheoryData<string, QuestionKind, int, string, string, string, string, string>();
        foreach (var table in ReadingTable.Names().Where(name => !GradingTableTests.HasKeys(name)))
        {
            foreach (var (line, cells) in ReadingTable.Rows(table))
            {
                data.Add(table, Kind(table), line, cells[0], cells[1], cells[2], cells[3], cells[4]);
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
    public void The_tables_hold_at_least_600_rows_half_of_them_Chinese() =>
        Assert.True(Rows().Count >= 600 && Rows().Count(row => row.Data.Item1.EndsWith(".zh", StringComparison.Ordinal)) >= 300);

    private static QuestionKind Kind(string table) => table[..table.IndexOf('.')] switch
    {
        "single-choice" => QuestionKind.SingleChoice,
        "multiple-choice" => QuestionKind.MultipleChoice,
        "true-false" => QuestionKind.TrueFalse,
        "number" => QuestionKind.Number,
        "short-text" => QuestionKind.ShortText,
        var name => throw new InvalidDataException($"docs/reading/{table}.md: no kind of question is called {name}."),
    };
}
