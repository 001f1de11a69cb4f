using System.Globalization;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Tests.Grading;

public class ListCreditTests
{
    [Theory]
    [InlineData(CreditKind.Exact, "1. A 2. BD 3. C 4. A", "1")]
    [InlineData(CreditKind.Exact, "1. A 2. BD 3. C 4. B", "0")]
    [InlineData(CreditKind.Subset, "1. A 2. BD 3. C 4. B", "0.75")]
    [InlineData(CreditKind.Subset, "1. A 2. B 3. C 4. A", "0.875")]
    [InlineData(CreditKind.Subset, "1. A 2. BC 3. C 4. A", "0.75")]
    [InlineData(CreditKind.Subset, "1. A 2. BD 3. C", "0")]
    [InlineData(CreditKind.PerOption, "1. A 2. B 3. C 4. B", "0.625")]
    [InlineData(CreditKind.PerOptionLessWrong, "1. A 2. BD 3. C 4. B", "0.5")]
    public void Parts_earn_their_shares_by_the_rule(CreditKind kind, string reply, string points)
    {
        var question = Questions.Free(QuestionKind.List, new ListKey([["A"], ["BD"], ["C"], ["A"]]));
        Assert.Equal(decimal.Parse(points, CultureInfo.InvariantCulture), Grader.For(question.Kind).Grade(question, new(kind), new(Outcome.Replied, reply)).Points);
    }

    [Theory]
    [InlineData("yellow; red", "1")]
    [InlineData("red and gold", "1")]
    [InlineData("red, red", "0.5")]
    [InlineData("red, green", "0.5")]
    [InlineData("blue, green", "0")]
    public void Without_an_order_each_answer_counts_once(string reply, string points)
    {
        var question = Questions.Free(QuestionKind.List, new ListKey([["red"], ["yellow", "gold"]], IsOrdered: false));
        Assert.Equal(decimal.Parse(points, CultureInfo.InvariantCulture), Grader.For(question.Kind).Grade(question, new(CreditKind.PerOption), new(Outcome.Replied, reply)).Points);
    }
}
