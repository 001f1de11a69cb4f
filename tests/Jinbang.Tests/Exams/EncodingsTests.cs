using System.Text;
using Jinbang.Exams;

namespace Jinbang.Tests.Exams;

public sealed class EncodingsTests
{
    private const string Csv = "题干,A,B,答案\n血压的单位是什么？,毫米汞柱,千克,A\n";
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TheoryData<byte[], string?> Encoded => new()
    {
        { Encoding.UTF8.GetBytes(Csv), null },
        { [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Csv)], "byte order mark" },
        { Gbk.GetBytes(Csv), "GBK" },
        { [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Csv)], "UTF-16" },
        { [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Csv)], "UTF-16" },
    };

    [Theory]
    [MemberData(nameof(Encoded), DisableDiscoveryEnumeration = true)]
    public void Each_encoding_gives_the_same_text(byte[] bytes, string? warning)
    {
        var reading = ExamText.ReadBytes(bytes);

        Assert.Equal("血压的单位是什么？", Assert.Single(reading.Exam!.Questions).Stem);
        Assert.All(reading.Problems, problem => Assert.Equal(Severity.Warning, problem.Severity));
        Assert.Equal(warning is null ? 0 : 1, reading.Problems.Count(problem => problem.What.English.Contains(warning ?? "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_slip_in_a_UTF8_file_is_not_taken_for_GBK()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Csv), 0xE8, 0xA1, (byte)'?', .. ",甲,乙,A\n"u8];

        var error = Assert.Throws<BadInputException>(() => ExamText.ReadBytes(bytes));
        Assert.Contains("exam.txt:3: the bytes here are not valid UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_bytes_are_refused()
    {
        Assert.Throws<BadInputException>(() => ExamText.ReadBytes([0x80, 0xFF, 0xFF, 0x80]));
        Assert.Throws<BadInputException>(() => ExamText.ReadBytes(Encoding.Unicode.GetBytes("question,answer\n")));
    }

    [Fact]
    public void A_file_that_is_not_there_is_bad_input()
    {
        var error = Assert.Throws<BadInputException>(() => ExamReader.Read("no/such/exam.yaml"));
        Assert.Contains("no/such/exam.yaml", error.Problem.Chinese, StringComparison.Ordinal);
    }
}
