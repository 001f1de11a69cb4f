using CsCheck;
using Jinbang.Boards;

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
}
