using CsCheck;
using Jinbang.Boards;
using Jinbang.Boards.Columns;
using Jinbang.Boards.Values;

namespace Jinbang.Tests.Boards.Values;

public sealed class ParetoFrontTests
{
    private static readonly Gen<BoardRow> Row = Gen.Select(Gen.Int[-1, 5], Gen.Int[-1, 5], (accuracy, cost) => new BoardRow("m")
    {
        Accuracy = accuracy < 0 ? null : accuracy / 5.0,
        CostPerThousand = cost < 0 ? null : cost,
    });

    [Fact]
    public void Nobody_on_the_front_is_beaten_and_everybody_off_it_is() => Row.Array[0, 12].Sample(rows =>
    {
        double? Price(BoardRow row) => (double?)row.CostPerThousand;
        bool Beats(BoardRow better, BoardRow row) => better is { Accuracy: not null, CostPerThousand: not null }
            && better.Accuracy >= row.Accuracy && Price(better) <= Price(row) && (better.Accuracy > row.Accuracy || Price(better) < Price(row));
        var on = ParetoFront.Of(rows, Price);
        return rows.Select((row, i) => on[i] == (row is { Accuracy: not null, CostPerThousand: not null } && !rows.Any(other => Beats(other, row)))).All(agrees => agrees);
    });

    [Fact]
    public void A_right_answer_costs_the_call_over_the_accuracy()
    {
        var board = new Board("b", Language.English,
        [
            new("dear") { Accuracy = 0.8, CostPerThousand = 40, Seconds = 4, Tokens = 800 },
            new("cheap") { Accuracy = 0.5, CostPerThousand = 5, Seconds = 10, Tokens = 500 },
            new("none") { Accuracy = 0, CostPerThousand = 5, Seconds = 1 },
        ]);

        var columns = ValueColumns.Of(board).ToDictionary(column => column.Heading.English, column => Enumerable.Range(0, 3).Select(column.Show));

        Assert.Equal(["0.0500", "0.0100", "/"], columns["Yuan/right answer"]);
        Assert.Equal(["✓", "✓", ""], columns["Best for its cost"]);
        Assert.Equal(["✓", "", "✓"], columns["Best for its time"]);
        Assert.Equal(["1000", "1000", "/"], columns["Tokens/right answer"]);
    }
}
