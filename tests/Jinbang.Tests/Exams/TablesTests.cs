using Jinbang.Exams;
using MiniExcelLibs;

namespace Jinbang.Tests.Exams;

public sealed class TablesTests
{
    [Theory]
    [InlineData(",Question,A,B,C,D,Answer\n0,One?,w,x,y,z,D\n", "0")]
    [InlineData("id,question,A,B,C,D,answer,explanation\n0,One?,w,x,y,z,D,why\n", "0")]
    [InlineData("One?,w,x,y,z,D\n", "1")]
    [InlineData("题干,选项A,选项 B,选项Ｃ,选项D,正确答案\nOne?,w,x,y,z,D\n", "1")]
    [InlineData("Stem\tOption A\tOption B\tOption C\tOption D\tKey\nOne?\tw\tx\ty\tz\tD\n", "1")]
    [InlineData("question,options,answer\nOne?,\"A.w\nB、x\nC) y\n(D) z\",D\n", "1")]
    public void Public_and_hand_made_CSV_layouts_are_read(string csv, string id)
    {
        var reading = ExamText.Read(csv);

        Assert.Empty(reading.Problems);
        var question = Assert.Single(reading.Exam!.Questions);
        Assert.Equal((id, "One?", "D"), (question.Id, question.Stem, question.Key.ToString()));
        Assert.Equal(["Aw", "Bx", "Cy", "Dz"], question.Options.Select(option => $"{option.Letter}{option.Text}"));
    }

    [Fact]
    public void Lines_are_counted_over_quoted_line_breaks_and_blank_lines()
    {
        var reading = ExamText.Read("question,A,B,answer\r\n\"One\r\nor\r\ntwo?\",x,y,A\r\n\r\nThree?,x,y,C\r\n");

        Assert.Equal(2, Assert.Single(reading.Exam!.Questions).Place.Line);
        Assert.Equal(6, Assert.Single(reading.Problems).Place.Line);
    }

    [Fact]
    public void A_quote_never_closed_is_an_error_where_it_opens()
    {
        var reading = ExamText.Read("question,A,B,answer\nOne?,x,y,A\n\"Two?,x,y,A\nThree?,x,y,B\n");

        Assert.Single(reading.Exam!.Questions);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(3, problem.Place.Line);
        Assert.Contains("never closed", problem.What.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_inside_a_cell_is_a_sign_like_any_other()
    {
        var reading = ExamText.Read("question,A,B,answer\nHow long is a 5\" pipe?,x,y,A\nAnd a 6\" pipe?,x,y\",B\nLast 7\"?,x,y,A");

        Assert.Empty(reading.Problems);
        Assert.Equal(3, reading.Exam!.Questions.Count);
    }

    [Fact]
    public void All_columns_of_a_hand_made_table_are_used_and_others_named()
    {
        var reading = ExamText.Read(
            "我的题库,,,,,,,,,\n题号,题型,科目,题干,答案,误差,单位,分值,解析,难度\nn1,数值题,物理,重力加速度是多少？,9.8,0.1,m/s²,2,查表,易\n");

        var question = Assert.Single(reading.Exam!.Questions);
        Assert.Equal(new NumberKey(9.8m, 0.1m, "m/s²"), question.Key);
        Assert.Equal(("n1", "物理", 2m, "查表"), (question.Id, question.Stratum, question.Weight, question.Explanation));
        Assert.Equal("These columns are not used: 难度.", Assert.Single(reading.Problems).What.English);
    }

    [Fact]
    public void An_unknown_kind_in_a_hand_made_table_is_an_error() =>
        Assert.Contains("\"综合\" is not known", Assert.Single(
            ExamText.Read("题型,题干,A,B,答案\n综合,问？,甲,乙,A\n").Problems).What.English, StringComparison.Ordinal);

    [Fact]
    public void Workbooks_are_read_sheet_by_sheet_with_their_rows()
    {
        var sheets = new Dictionary<string, object>
        {
            ["单选"] = new[]
            {
                new Dictionary<string, object?> { ["题干"] = "一加一？", ["A"] = 2, ["B"] = 2.5, ["答案"] = "A" },
                new Dictionary<string, object?> { ["题干"] = "空？", ["A"] = "x", ["B"] = null, ["答案"] = "B" },
            },
            ["判断"] = new[] { new Dictionary<string, object?> { ["题型"] = "判断题", ["题干"] = "对。", ["答案"] = true } },
        };
        using var stream = new MemoryStream();
        stream.SaveAs(sheets);

        var reading = ExamText.ReadBytes(stream.ToArray(), "题库.xlsx");

        Assert.Equal("题库", reading.Exam!.Id);
        Assert.Equal(["2", "2.5"], reading.Exam.Questions[0].Options.Select(option => option.Text));
        Assert.EndsWith("题库.xlsx:3", Assert.Single(reading.Problems, problem => problem.Severity is Severity.Error).Place.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_sheet_is_named_in_the_place()
    {
        var sheets = new Dictionary<string, object>
        {
            ["one"] = new[] { new { id = "a", question = "True?", kind = "判断", answer = "对" } },
            ["two"] = new[] { new { id = "b", question = "False?", kind = "判断", answer = "maybe" } },
        };
        using var stream = new MemoryStream();
        stream.SaveAs(sheets);

        var reading = ExamText.ReadBytes(stream.ToArray(), "bank.xlsx");

        Assert.Equal(new TruthKey(true), Assert.Single(reading.Exam!.Questions).Key);
        Assert.EndsWith("bank.xlsx[two]:2", Assert.Single(reading.Problems).Place.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_without_a_heading_says_so()
    {
        using var stream = new MemoryStream();
        stream.SaveAs(new[] { new { x = 1, y = 2 } });

        Assert.Contains("No sheet has a heading row", Assert.Single(ExamText.ReadBytes(stream.ToArray()).Problems).What.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_that_is_no_workbook_is_refused() =>
        Assert.Throws<BadInputException>(() => ExamText.ReadBytes([.. "PK\x3\x4 and then nothing of the kind"u8]));
}
