using CsCheck;
using Jinbang.Boards;
using Jinbang.Models;

namespace Jinbang.Tests.Boards;

public sealed class BoardTests
{
    private static readonly Gen<BoardRow> AnyRow = Gen.Select(
        Gen.String[Gen.Char['a', 'e'], 1, 2], Gen.Int[-1, 4], Gen.Int[-1, 2], Gen.Int[-1, 2],
        (name, accuracy, cost, seconds) => new BoardRow(name)
        {
            Accuracy = accuracy < 0 ? null : accuracy / 4.0,
            CostPerThousand = cost < 0 ? null : cost,
            Seconds = seconds < 0 ? null : seconds,
        });

    [Fact]
    public void Ranks_count_from_one_and_follow_accuracy_with_ungraded_models_last() =>
        AnyRow.List[0, 20].Sample(rows =>
        {
            var ranked = Board.Ranked(rows);
            return ranked.Select(row => row.Rank).SequenceEqual(Enumerable.Range(1, rows.Count))
                && ranked.Zip(ranked.Skip(1)).All(pair => (pair.First.Accuracy ?? -1) >= (pair.Second.Accuracy ?? -1));
        });

    [Fact]
    public void The_order_in_which_rows_arrive_does_not_matter() =>
        AnyRow.List[0, 12].Sample(rows => Board.Ranked(rows).SequenceEqual(Board.Ranked(rows.AsEnumerable().Reverse())));

    [Fact]
    public void Among_equals_the_cheaper_then_the_faster_comes_first()
    {
        var ranked = Board.Ranked(
        [
            new("unpriced") { Accuracy = 1 },
            new("slow") { Accuracy = 1, CostPerThousand = 2, Seconds = 9 },
            new("fast") { Accuracy = 1, CostPerThousand = 2, Seconds = 1 },
            new("cheap") { Accuracy = 1, CostPerThousand = 1 },
        ]);
        Assert.Equal(["cheap", "fast", "slow", "unpriced"], ranked.Select(row => row.Model));
    }

    [Fact]
    public void Who_told_the_costs_is_told_below_the_board()
    {
        var price = new Price(2, 8, "USD", new DateOnly(2025, 9, 1), "x") { Exchange = new ExchangeRate("USD", 7, new DateOnly(2025, 8, 1), "y") };
        BoardRow Row(string model, params string[] marks) => new(model) { Accuracy = 0.5, CostPerThousand = 1, Price = price, CostMarks = marks };
        Phrase? Remark(params BoardRow[] rows) => PriceRemark.On(new Board("b", Language.English, rows));

        Assert.Null(Remark(new BoardRow("free") { CostPerThousand = 0 }));
        Assert.Equal("Costs by list prices of 2025-09-01", Remark(Row("from before marks"))!.Value.English);
        Assert.Equal("花费由服务商告知：told", Remark(Row("told", "provider; 1 USD = 7 CNY 2025-08-01"))!.Value.Chinese);
        Assert.Equal(
            "Costs by list prices of 2025-02-10 – 2025-06-01; as their providers told for mixed",
            Remark(Row("one", "2025-02-10 USD 2/8 x"), Row("mixed", "2025-06-01 USD 1/4 x", "provider"))!.Value.English);
    }

    [Fact]
    public void Exchange_rates_are_told_with_their_days_below_the_board_where_a_cost_was_not_in_yuan()
    {
        var price = new Price(2, 8, "USD", new DateOnly(2025, 9, 1), "x") { Exchange = new ExchangeRate("USD", 7, new DateOnly(2025, 7, 1), "y") };
        BoardRow Row(params string[] marks) => new("m") { CostPerThousand = 1, Price = price, CostMarks = marks };
        IEnumerable<string> Remark(params BoardRow[] rows) =>
            Remarks.On(new Board("b", Language.Chinese, rows), BoardStyle.Full).Select(remark => remark.Chinese).Where(remark => remark.Contains("汇率", StringComparison.Ordinal));

        Assert.Empty(Remark(Row("2025-02-10 CNY 2/8 x; 1 USD"), Row() with { CostPerThousand = 0 }, Row() with { Price = null }));
        Assert.Equal("汇率：1 USD = 7.25 CNY（2025-08-01）", Assert.Single(Remark(Row("2025-02-10 USD 2/8 x; 1 USD = 7.25 CNY 2025-08-01"))));
        Assert.Equal(
            "汇率：1 EUR = 8.1 CNY（2025-08-01）；1 USD = 7 CNY（2025-07-01）；1 USD = 7.25 CNY（2025-08-01）",
            Assert.Single(Remark(
                Row("2025-02-10 USD 2/8 a; b; 1 USD = 7.25 CNY 2025-08-01", "provider; 1 EUR = 8.1 CNY 2025-08-01"),
                Row("provider; 1 USD = 7.25 CNY 2025-08-01"),
                Row())));
    }

    [Fact]
    public void Costs_by_more_than_one_price_are_told_of_each_model()
    {
        var board = new Board("b", Language.English, [
            new("even") { Accuracy = 0.5, CostMarks = ["2025-02-10 CNY 2/8 x"] }, new("uneven") { Accuracy = 0.5, CostMarks = ["2025-02-10 CNY 2/8 x", "provider"] },
        ]);

        Assert.Equal(
            "uneven: its costs are by 2 prices, not by one: 2025-02-10 CNY 2/8 x | provider. `jinbang reprice` makes them one.",
            Assert.Single(Remarks.On(board, BoardStyle.Seed)).English);
    }
}
