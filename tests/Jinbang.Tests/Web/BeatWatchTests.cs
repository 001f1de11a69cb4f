using Jinbang.Runs.Sharing;
using Jinbang.Tests.Runs.Pacing;
using Jinbang.Web.Sharing;

namespace Jinbang.Tests.Web;

public sealed class BeatWatchTests
{
    private readonly ManualTime time = new();
    private readonly BeatWatch watch;

    public BeatWatchTests() => watch = new BeatWatch(time);

    [Fact]
    public void Of_who_was_not_seen_before_nothing_is_said_until_it_beats_or_stands_still()
    {
        Assert.Null(Look(0, 7));
        Assert.Null(Look(2, 7));
        Assert.Equal(4, Look(4, 7));

        Assert.Equal(0, Look(5, 8));
        Assert.Equal(1, Look(6, 8));
    }

    [Fact]
    public void A_look_that_came_late_does_not_turn_a_beat_back()
    {
        Look(0, 7);
        Look(1, 9);

        Assert.Equal(1, Look(2, 8));
    }

    [Fact]
    public void Who_left_and_is_back_is_new()
    {
        Look(0, 7);
        Look(1, 9);
        watch.Look([]);

        Assert.Null(Look(2, 9));
    }

    private double? Look(double at, long beat)
    {
        time.MoveTo(at);
        return Assert.Single(watch.Look([new HolderSight(1, "silo", "1", beat, 0)]))?.TotalSeconds;
    }
}
