using CsCheck;
using Jinbang.Boards;
using Jinbang.Boards.Cuts;
using Jinbang.Models;

namespace Jinbang.Tests.Boards.Cuts;

public sealed class ConditionTests
{
    private static readonly Price Cheap = new(1, 2, "CNY", new DateOnly(2025, 8, 1), "x") { Exchange = new ExchangeRate("CNY", 1, new DateOnly(2025, 8, 1), "y") };

    private static readonly BoardRow Known = new("Qwen3-8B")
    {
        House = "阿里巴巴",
        Openness = Openness.Open,
        Price = Cheap,
        Thinks = false,
        Accuracy = 0.8,
        Seconds = 12,
        CostPerThousand = 3,
        Facts = new ModelFacts { Parameters = 8, Released = new DateOnly(2025, 4, 29) },
        Coverage = new Coverage(10, 9, 1),
    };

    private static readonly Gen<string> Value = Gen.OneOf(Gen.Const("a b"), Gen.Const("or"), Gen.Const("它's"), Gen.Const("说\"了"), Gen.Const("x"));

    private static readonly Gen<Condition> Compared = Gen.OneOf(
        Gen.Select(Gen.Int[0, 2], Value, Gen.OneOf(Gen.Const(Relation.Equal), Gen.Const(Relation.Unequal), Gen.Const(Relation.Contains)), (field, value, relation) =>
            (Condition)new Comparison(Fields.All[field], relation, value)),
        Gen.Select(Gen.OneOf(Gen.Const("size"), Gen.Const("seconds"), Gen.Const("cost")), Gen.Int[0, 20], Gen.Enum<Relation>().Where(relation => relation is not Relation.Contains), (field, value, relation) =>
            (Condition)new Comparison(Fields.Find(field)!, relation, $"{value}")),
        Gen.OneOf(Gen.Const("thinking"), Gen.Const("new"), Gen.Const("open")).Select(field => (Condition)new Comparison(Fields.Find(field)!, Relation.Equal, "yes")));

    private static readonly Gen<Condition> Any = Gen.Recursive<Condition>((depth, inner) => depth > 4 ? Compared : Gen.OneOf(
        Compared,
        Gen.Select(inner, inner, (first, second) => (Condition)new AllOf(first, second)),
        Gen.Select(inner, inner, (first, second) => (Condition)new AnyOf(first, second)),
        inner.Select(condition => (Condition)new NotSo(condition))));

    private static readonly Gen<BoardRow> Row = Gen.Select(
        Gen.OneOf(Gen.Const("x"), Gen.Const("ox"), Gen.Const("a b")), Gen.OneOf(Gen.Const(""), Gen.Const("x")), Gen.Int[-1, 20], Gen.Int[-1, 20], Gen.Int[0, 2], Gen.Bool,
        (model, house, size, seconds, thinks, isNew) => new BoardRow(model)
        {
            House = house,
            IsNew = isNew,
            Facts = new ModelFacts { Parameters = size < 0 ? null : size },
            Seconds = seconds < 0 ? null : seconds,
            Thinks = thinks switch { 0 => null, 1 => false, _ => true },
        });

    [Theory]
    [InlineData("house = 阿里巴巴", Truth.True)]
    [InlineData("机构 ~ 阿里", Truth.True)]
    [InlineData("机构!=阿里巴巴", Truth.False)]
    [InlineData("model ~ qwen3", Truth.True)]
    [InlineData("open", Truth.True)]
    [InlineData("open = commercial", Truth.False)]
    [InlineData("类别 = 开源 且 价格 < 5", Truth.True)]
    [InlineData("（开源 或 思考）且 参数量 ≤ 8B", Truth.True)]
    [InlineData("not thinking and output-price >= 2元", Truth.True)]
    [InlineData("thinking", Truth.False)]
    [InlineData("accuracy >= 80% and accuracy <= 0.8", Truth.True)]
    [InlineData("coverage < 100%", Truth.True)]
    [InlineData("released > 2025-01-01", Truth.True)]
    [InlineData("seconds < 12s or cost < 3", Truth.False)]
    [InlineData("p90 < 5", Truth.Unknown)]
    [InlineData("not p90 < 5", Truth.Unknown)]
    [InlineData("open or p90 < 5", Truth.True)]
    [InlineData("open and p90 < 5", Truth.Unknown)]
    [InlineData("thinking and p90 < 5", Truth.False)]
    [InlineData("provider = 'some host'", Truth.Unknown)]
    [InlineData("not (open and thinking) && !new", Truth.True)]
    public void Conditions_hold_or_not_or_nobody_knows(string text, Truth truth) => Assert.Equal(truth, Condition.Parse(text).Of(Known));

    [Theory]
    [InlineData("", "\"\", character 1: a condition is missing; it begins with one of ")]
    [InlineData("hause = x", "\"hause = x\", character 1: unknown 'hause'; did you mean 'house'?")]
    [InlineData("open and", "\"open and\", character 9: a condition is missing")]
    [InlineData("size", "\"size\", character 5: 'size' needs =, !=, <, <=, >, >= or ~ and a value.")]
    [InlineData("size <", "\"size <\", character 7: a value is missing.")]
    [InlineData("size < big", "\"size < big\", character 8: 'big' does not fit size: a number, such as 5 or 5B.")]
    [InlineData("accuracy > 80", "\"accuracy > 80\", character 12: '80' does not fit accuracy: a share, such as 80% or 0.8.")]
    [InlineData("house < x", "\"house < x\", character 9: 'x' does not fit house: a name, compared by =, != or ~.")]
    [InlineData("(open", "\"(open\", character 6: \")\" is missing.")]
    [InlineData("open)", "\"open)\", character 5: \"and\", \"or\" or the end was expected.")]
    [InlineData("open new", "\"open new\", character 6: \"and\", \"or\" or the end was expected.")]
    [InlineData("model = \"x", "\"model = \"x\", character 9: a quote is not closed.")]
    public void A_faulty_condition_is_refused_with_its_place(string text, string problem) =>
        Assert.StartsWith(problem, Assert.Throws<BadInputException>(() => Condition.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Neither_length_nor_depth_is_without_bounds()
    {
        Assert.Throws<BadInputException>(() => Condition.Parse(new string('(', 400) + "open" + new string(')', 400)));
        Assert.Throws<BadInputException>(() => Condition.Parse(string.Concat(Enumerable.Repeat("open and ", 200)) + "open"));
        Assert.Equal(Truth.True, Condition.Parse(new string('(', 40) + "open" + new string(')', 40)).Of(Known));
    }

    [Fact]
    public void What_a_condition_says_reads_as_itself() => Any.Sample(condition => Condition.Parse($"{condition}") == condition);

    [Fact]
    public void Rows_with_both_are_among_those_with_one() => Gen.Select(Any, Any, Row).Sample((a, b, row) =>
        new AllOf(a, b).Of(row) is not Truth.True || a.Of(row) is Truth.True && b.Of(row) is Truth.True);

    [Fact]
    public void Neither_and_not_both_are_what_De_Morgan_says() => Gen.Select(Any, Any, Row).Sample((a, b, row) =>
        new NotSo(new AllOf(a, b)).Of(row) == new AnyOf(new NotSo(a), new NotSo(b)).Of(row));
}
