using Jinbang.Boards;
using Jinbang.Grading.Sheets;

namespace Jinbang.Tests.Boards;

public sealed class TimingTests
{
    /// <summary>The fifth of 0.5, 1.125, 2, 3.25 and 7 is at place 4, so that nine tenths are at 3.6: 3.25 + 0.6 × 3.75.</summary>
    [Fact]
    public void Quantiles_lie_between_neighbours_in_proportion()
    {
        var timing = Timing.Of(Sheet([3.25f, 0.5f, 7, 1.125f, 2]))!;

        Assert.Equal(2, timing.Median!.Value, 1e-9);
        Assert.Equal(5.5, timing.P90!.Value, 1e-9);
        Assert.Equal(2.775, timing.FirstToken!.Value, 1e-9);
    }

    [Fact]
    public void One_reply_that_was_not_timed_leaves_nothing_to_tell() => Assert.Null(Timing.Of(Sheet([3.25f, float.NaN, 7])));

    [Fact]
    public void Attempts_without_a_reply_have_no_time()
    {
        var sheet = Sheet([1, 9]);
        sheet.Cells[1] = new SheetCell(SheetState.Failed) { Seconds = 60 };

        Assert.Equal(new Timing(1, 1, 1), Timing.Of(sheet));
        Assert.Null(Timing.Of(new ScoreSheet(3, 1)));
    }

    private static ScoreSheet Sheet(float[] seconds)
    {
        var sheet = new ScoreSheet(seconds.Length, 1);
        for (var place = 0; place < seconds.Length; place++)
        {
            sheet.Cells[place] = new SheetCell(SheetState.Right) { Points = 1, Seconds = seconds[place], FirstTokenSeconds = seconds[place] };
        }

        return sheet;
    }
}
