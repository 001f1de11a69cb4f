using System.Text.Json;
using System.Text.RegularExpressions;
using Jinbang.Exams;
using Jinbang.Exams.Instructions;
using Jinbang.Grading.Instructions;
using Jinbang.Tests.Exams;

namespace Jinbang.Tests.Grading;

public partial class InstructionTableTests
{
    public static TheoryData<string, int, string, string, string, string> Rows()
    {
        var data = new TheoryData<string, int, string, string, string, string>();
        foreach (var table in ReadingTable.InstructionNames())
        {
            foreach (var (line, cells) in ReadingTable.Rows(table))
            {
                data.Add(table, line, cells[0], cells[1], cells[2], cells[3]);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_row_of_the_tables_is_checked_as_it_says(
        string table, int line, string instruction, string reply, string strict, string loose)
    {
        var language = Languages.Parse(table[(table.IndexOf('.') + 1)..])!.Value;
        var asked = Instruction(instruction);
        var found = (string[])[.. new[] { false, true }.Select(isLoose => InstructionRules.Follows(asked, reply, language, isLoose) ? "yes" : "no")];
        Assert.Equal($"{table}.md:{line} {strict.Trim()} {loose.Trim()}", $"{table}.md:{line} {found[0]} {found[1]}");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Each_table_holds_at_least_60_rows_and_every_kind(string language)
    {
        var rows = ReadingTable.Rows("instructions." + language).ToList();
        Assert.True(rows.Count >= 60, $"{rows.Count}");
        Assert.Equal(Enum.GetValues<InstructionKind>(), rows.Select(row => Instruction(row.Cells[0]).Kind).Distinct().Order());
    }

    // An instruction is read the way an exam file's is: as a row in IFEval's layout.
    private static Instruction Instruction(string cell)
    {
        var arguments = Argument().Matches(cell).ToLookup(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim('"'));
        var row = new
        {
            prompt = "?",
            instruction_id_list = new[] { cell.Trim().Split(' ')[0] },
            kwargs = new[] { arguments.ToDictionary(argument => argument.Key, argument => argument.ToArray()) },
        };
        var reading = ExamText.Read(JsonSerializer.Serialize(row));
        Assert.Empty(reading.Problems);
        return Assert.Single(((InstructionsKey)reading.Exam!.Questions[0].Key).Instructions);
    }

    [GeneratedRegex("""(\w+)=("[^"]*"|\S+)""")]
    private static partial Regex Argument();
}
