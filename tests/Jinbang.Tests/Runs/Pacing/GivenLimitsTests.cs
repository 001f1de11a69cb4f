using Jinbang.Models;
using Jinbang.Runs.Pacing;

namespace Jinbang.Tests.Runs.Pacing;

public sealed class GivenLimitsTests
{
    private const double Day = 24 * 60 * 60;

    [Fact]
    public void Under_a_lower_limit_of_the_day_all_that_is_too_much_must_be_a_day_old_first()
    {
        var limits = new GivenLimits(new PaceLimits { RequestsPerDay = 4 }, 0);
        for (var call = 0; call < 4; call++)
        {
            limits.Begin(0, call);
        }

        var lower = limits.Under(new PaceLimits { RequestsPerDay = 2 }, 10);

        Assert.Equal(Day, limits.DayReadyAt(10));
        Assert.Equal(2 + Day, lower.DayReadyAt(10));
        Assert.Equal(2.5 + Day, lower.DayReadyAt(2.5 + Day));
    }

    [Fact]
    public void Other_limits_begin_without_a_burst_and_with_the_calls_under_way()
    {
        var limits = new GivenLimits(new PaceLimits { RequestsPerMinute = 600, Burst = 10, Concurrency = 5 }, 0);
        limits.Begin(0, 0);

        var others = limits.Under(new PaceLimits { RequestsPerMinute = 60, Burst = 10, Concurrency = 2 }, 1);

        Assert.InRange(others.ReadyAt(0, 1), 1.5, 2.5);
        others.Begin(0, 3);
        Assert.Equal(double.PositiveInfinity, others.ReadyAt(0, 100));
    }
}
