using System.Globalization;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Tests.Grading;

public class NumberUnitTests
{
    [Theory]
    [InlineData("5000", "m", "5 km")]
    [InlineData("5", "km", "答案是5000米。")]
    [InlineData("2.5", "kg", "2500 g")]
    [InlineData("90", "min", "1.5 h")]
    [InlineData("90", "分钟", "1小时30分钟")]
    [InlineData("0.25", "L", "250 mL")]
    [InlineData("10", "m/s", "36 km/h")]
    [InlineData("45", "%", "0.45")]
    [InlineData("45", "%", "百分之四十五")]
    [InlineData("1.5", "万元", "1.5万元")]
    [InlineData("1.5", "万元", "15000元")]
    [InlineData("1.5", "万元", "1.5")]
    [InlineData("3", "million dollars", "$3,000,000")]
    [InlineData("12", "N", "12 N")]
    [InlineData("12", null, "12 km")]
    public void A_reply_in_another_unit_is_converted(string key, string? unit, string reply) => Assert.Equal(Verdict.Right, Grade(key, unit, reply));

    [Theory]
    [InlineData("5000", "m", "5000 km")]
    [InlineData("5", "km", "5 m")]
    [InlineData("90", "min", "90 h")]
    [InlineData("1.5", "万元", "1.5亿元")]
    [InlineData("0.45", null, "45%")]
    [InlineData("300", "K", "27 °C")]
    public void A_reply_that_is_off_by_its_unit_is_wrong(string key, string? unit, string reply) => Assert.Equal(Verdict.Wrong, Grade(key, unit, reply));

    private static Verdict Grade(string key, string? unit, string reply)
    {
        var question = Questions.Free(QuestionKind.Number, new NumberKey(decimal.Parse(key, CultureInfo.InvariantCulture), 0, unit));
        return Grader.For(question.Kind).Grade(question, CreditRule.Exact, new(Outcome.Replied, reply)).Verdict;
    }
}
