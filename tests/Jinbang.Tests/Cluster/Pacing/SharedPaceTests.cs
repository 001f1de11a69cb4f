using Jinbang.Models;
using Jinbang.Tests.Runs.Pacing;

namespace Jinbang.Tests.Cluster.Pacing;

/// <summary>1,200 questions of three silos against 600 requests a minute and other limits, in virtual time; each message between a silo and the desk takes up to 20 ms.</summary>
public sealed class SharedPaceTests
{
    private const double Ideal = (1200 - 10) / 10.0;
    private static VirtualServer Server => new(600, 10);
    private static readonly PaceLimits Given = new() { RequestsPerMinute = 600, Burst = 10 };

    [Theory]
    [InlineData(0.002)]
    [InlineData(0.2)]
    [InlineData(3)]
    public void A_given_limit_is_used_to_the_full_and_nothing_is_refused(double latency)
    {
        using var silos = new VirtualSilos(Server with { Latency = latency }, Given, concurrency: 64);
        silos.Ask(400, 400, 400);
        silos.Run(1200);

        Assert.Equal((1200, 0), (silos.Answered.Sum(), silos.Refused));
        Assert.InRange(silos.MostInAMinute, 500, 610);
        Assert.InRange(silos.Makespan, Ideal, (Ideal * 1.05) + latency);
    }

    [Fact]
    public void Silos_that_ask_alike_are_served_alike()
    {
        using var silos = new VirtualSilos(Server, Given);
        silos.Ask(1000, 1000, 100);
        silos.Run(600);

        Assert.Equal(100, silos.Answered[2]);
        Assert.InRange(silos.Answered[0], 225, 275);
        Assert.InRange(silos.Answered[1], 225, 275);
    }

    [Theory]
    [InlineData(0.002)]
    [InlineData(0.2)]
    public void A_told_limit_is_used_to_the_full(double latency)
    {
        using var silos = new VirtualSilos(Server with { Latency = latency, Tells = true, SaysWhen = true });
        silos.Ask(400, 400, 400);
        silos.Run(1200);

        Assert.Equal(1200, silos.Answered.Sum());
        Assert.InRange(silos.Refused, 0, 12);
        Assert.InRange(silos.Makespan, Ideal, Ideal * 1.05);
    }

    [Theory]
    [InlineData(0.002, true)]
    [InlineData(0.002, false)]
    [InlineData(0.2, true)]
    [InlineData(0.2, false)]
    public void A_limit_that_nobody_tells_is_found_with_few_refusals(double latency, bool saysWhen)
    {
        using var silos = new VirtualSilos(Server with { Latency = latency, SaysWhen = saysWhen });
        silos.Ask(400, 400, 400);
        silos.Run(1200);

        Assert.Equal(1200, silos.Answered.Sum());
        Assert.InRange(silos.Refused / (1200.0 + silos.Refused), 0, 0.05);
        Assert.InRange(silos.Makespan, Ideal, Ideal * 1.05);
    }

    [Fact]
    public void Where_nothing_is_limited_many_calls_are_soon_under_way()
    {
        using var silos = new VirtualSilos(new VirtualServer(1e9, 1e9) { Latency = 1 });
        silos.Ask(1000, 1000, 1000);
        silos.Run(3000);

        Assert.Equal((3000, 0), (silos.Answered.Sum(), silos.Refused));
        Assert.InRange(silos.Makespan, 3000 / 128.0, 35);
        Assert.InRange(silos.Most, 100, 128);
    }

    [Fact]
    public void A_slow_account_costs_hardly_more_than_an_exchange_a_call()
    {
        using var silos = new VirtualSilos(Server with { Latency = 0.2 }, Given, concurrency: 64);
        silos.Ask(400, 400, 400);
        silos.Run(1200);

        Assert.InRange(silos.Exchanges, 400, 3000);
    }

    [Fact]
    public void Messages_that_are_lost_cost_time_and_neither_calls_nor_leave()
    {
        using var silos = new VirtualSilos(Server with { Latency = 0.2 }, Given, concurrency: 64) { Lost = 0.05 };
        silos.Ask(400, 400, 400);
        silos.Run(1200);
        silos.Run(int.MaxValue, silos.Makespan + 5);

        Assert.Equal((1200, 0), (silos.Answered.Sum(), silos.Refused));
        Assert.InRange(silos.MostInAMinute, 500, 610);
        Assert.InRange(silos.Makespan, Ideal, Ideal * 1.25);
        Assert.Equal(0, silos.UnderWay);
    }

    [Fact]
    public void Leave_that_comes_too_late_is_given_back_and_used_by_others()
    {
        using var silos = new VirtualSilos(Server, Given) { Slowness = silo => silo == 0 ? 0.8 : 0 };
        silos.Ask(400, 400, 400);
        silos.Run(800);

        Assert.Equal([0, 400, 400], silos.Answered);
        Assert.Equal(0, silos.Refused);
        Assert.InRange(silos.Makespan, (800 - 10) / 10.0, (800 - 10) / 10.0 * 1.05);
    }

    [Fact]
    public void A_desk_that_takes_over_begins_without_the_burst_that_its_predecessor_gave_away()
    {
        using var silos = new VirtualSilos(new VirtualServer(600, 100), Given with { Burst = 100 });
        silos.Ask(400, 400, 400);
        silos.Run(int.MaxValue, 20);
        silos.LoseDesk(0);
        silos.Run(1200);

        Assert.Equal((1200, 0), (silos.Answered.Sum(), silos.Refused));
        Assert.InRange(silos.Makespan, (1200 - 100) / 10.0, (1200 / 10.0 + 1.5) * 1.05);
    }

    [Fact]
    public void Calls_under_way_are_told_to_a_desk_that_takes_over()
    {
        using var silos = new VirtualSilos(new VirtualServer(1e9, 1e9) { Latency = 4 }, new PaceLimits { Concurrency = 6 });
        silos.Ask(20, 20, 20);
        silos.Run(int.MaxValue, 5);
        Assert.Equal(6, silos.Most);
        silos.LoseDesk(1);
        silos.Run(60);

        Assert.Equal((60, 6), (silos.Answered.Sum(), silos.Most));
        Assert.InRange(silos.Makespan, 40, 50);
    }

    [Fact]
    public void Calls_that_are_given_up_while_leave_is_on_its_way_are_not_counted_for_ever()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            using var silos = new VirtualSilos(Server with { Latency = 0.2 }, Given, seed: seed) { Lost = seed % 2 * 0.02 };
            silos.Ask(20, 20, 20);
            silos.WantInVain(40, patience: 6);
            silos.Run(60);
            silos.Run(int.MaxValue, silos.Makespan + 12);

            Assert.Equal((60, 0), (silos.Answered.Sum(), silos.UnderWay));
        }
    }

    [Fact]
    public void The_limits_of_an_account_are_those_of_the_latest_run()
    {
        using var silos = new VirtualSilos(new VirtualServer(1e9, 1e9) { Latency = 0.2 }, Given);
        silos.Ask(200, 200, 200);
        silos.Run(600);
        var before = silos.Makespan;
        silos.Limit(Given with { RequestsPerMinute = 6000 });
        silos.Ask(200, 200, 200);
        silos.Run(1200);

        Assert.InRange(before, 55, 65);
        Assert.InRange(silos.Makespan - before, 5, 10);
    }

    [Fact]
    public void No_more_calls_are_under_way_than_may_be_in_whatever_order_messages_come()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            using var silos = new VirtualSilos(new VirtualServer(1e9, 1e9) { Latency = 0.4 }, concurrency: 24, seed: seed) { Lost = seed % 2 * 0.02 };
            silos.Ask(100, 100, 100);
            silos.Run(300);
            silos.Run(int.MaxValue, silos.Makespan + 5);

            Assert.Equal((300, 0), (silos.Answered.Sum(), silos.UnderWay));
            Assert.True(silos.Most <= 24, $"{silos.Most} under way with seed {seed}");
        }
    }
}
