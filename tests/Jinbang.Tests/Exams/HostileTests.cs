using System.Text;
using CsCheck;

namespace Jinbang.Tests.Exams;

public sealed class HostileTests
{
    private static readonly byte[][] Valid =
    [
        .. new[]
        {
            "exam: t\ntitle: {zh: 题, en: T}\ncredit: {rule: subset, share: 0.5}\nquestions:\n  - id: a\n    stem: {zh: 问, en: Q}\n    options: {A: x, B: \"y\"}\n    key: [A, B]\n  - {id: b, stem: 'N', key: 1.5, tolerance: 2%}\n",
            "[{\"名称\":\"n\",\"task\":\"判断题\",\"question\":\"q\",\"choices\":\"{'A': '\\u5bf9', 'B': 'n\\\\x41'}\",\"answer\":\"A\"},\n{\"question\":\"\\ud83d\\ude00\",\"choices\":[\"(A)x\",\"(B)y\"],\"answer\":1}]",
            "{\"passage\":null,\"question\":\"q\",\"options\":[\"(A)x\",\"(B)y\"],\"label\":[\"A\"],\"answer\":null}\n{\"passage\":\"p\",\"question\":\"q\",\"options\":null,\"label\":null,\"answer\":\"1e5\"}\n",
            "id,question,A,B,C,answer,weight\n1,\"q \"\"x\"\"\n?\",x,y,,A,1\n2,r,x,y,z,BC,2\n",
        }.Select(Encoding.UTF8.GetBytes),
        Workbook(),
    ];

    [Fact]
    public void Random_bytes_are_read_or_refused() => Gen.Byte.Array[0, 200].Sample(NeverThrowsElse, iter: 2_000, threads: 1);

    [Fact]
    public void Mutated_exams_are_read_or_refused() => (
        from which in Gen.Int[0, Valid.Length - 1]
        let file = Valid[which]
        from edits in Gen.Select(Gen.Int[0, file.Length - 1], Gen.OneOf(Gen.Byte, Gen.Int[0, Marks.Length - 1].Select(mark => Marks[mark])), Gen.Int[0, 2]).Array[1, 6]
        select Mutate(file, edits)).Sample(NeverThrowsElse, iter: 3_000, threads: 1);

    [Theory]
    [InlineData("exam: t\nquestions: ", "[", 100_000)]
    [InlineData("exam: t\nquestions: ", "{a: ", 100_000)]
    [InlineData("exam: t\nquestions:\n", "- ", 100_000)]
    [InlineData("exam: t\nquestions:\n- &", "a", 100_000)]
    [InlineData("exam: t\nquestions:\n- \"", "\\", 100_001)]
    [InlineData("exam: t\nquestions:\n", "- : a\n", 1)]
    public void Deep_or_broken_YAML_is_a_problem(string head, string repeated, int times) =>
        Assert.True(ExamText.Read(head + string.Concat(Enumerable.Repeat(repeated, times))).HasErrors);

    [Fact]
    public void An_alias_bomb_is_refused()
    {
        var bomb = new StringBuilder("exam: t\na0: &a0 [x, x]\n");
        for (var level = 1; level < 40; level++)
        {
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{level}: &a{level} [*a{level - 1}, *a{level - 1}]\n");
        }

        Assert.Contains("aliases", Assert.Single(ExamText.Read(bomb.Append("questions: *a39\n").ToString()).Problems).What.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_JSON_loses_its_row_only()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 50_000)) + string.Concat(Enumerable.Repeat("]", 50_000));
        var reading = ExamText.Read($"{{\"question\":\"One?\",\"answer\":\"1\"}}\n{{\"question\":{deep},\"answer\":\"1\"}}\n");

        Assert.Single(reading.Exam!.Questions);
        Assert.Equal(2, Assert.Single(reading.Problems).Place.Line);
    }

    [Fact]
    public void An_endless_cell_and_an_endless_row_are_errors()
    {
        var cell = new string('x', 2 << 20);
        Assert.True(ExamText.Read($"question,A,B,answer\nQ?,x,{cell},A\n").HasErrors);
        var row = new string('x', 9 << 20);
        Assert.True(ExamText.Read($"{{\"question\":\"One?\",\"answer\":\"1\"}}\n{{\"question\":\"{row}\",\"answer\":\"1\"}}\n").HasErrors);
    }

    private static byte[] Marks => [.. "\"'{}[]:,\n\t\\#&*-|>%\0"u8];

    private static byte[] Workbook()
    {
        using var stream = new MemoryStream();
        MiniExcelLibs.MiniExcel.SaveAs(stream, new[] { new { question = "q", A = "x", B = 1.5, answer = "A" } });
        return stream.ToArray();
    }

    // 0 replaces a byte, 1 inserts one, 2 takes one out.
    private static byte[] Mutate(byte[] file, (int At, byte With, int How)[] edits)
    {
        var bytes = file.ToList();
        foreach (var (at, with, how) in edits.Where(edit => edit.At < bytes.Count))
        {
            bytes.RemoveRange(at, how == 1 ? 0 : 1);
            if (how < 2)
            {
                bytes.Insert(at, with);
            }
        }

        return [.. bytes];
    }

    private static void NeverThrowsElse(byte[] bytes)
    {
        try
        {
            var reading = ExamText.ReadBytes(bytes);
            Assert.Equal(reading.Exam is null, !(reading.Exam?.Questions.Count > 0));
            Assert.True(reading.Exam is not null || reading.HasErrors);
        }
        catch (BadInputException)
        {
            // Refused, as it may be.
        }
    }
}
