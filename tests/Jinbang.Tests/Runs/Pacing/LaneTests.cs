using CsCheck;
using Jinbang.Models;

namespace Jinbang.Tests.Runs.Pacing;

/// <summary>300 questions against 600 requests a minute and other limits, in virtual time.</summary>
public sealed class LaneTests
{
    private const double Ideal = (300 - 10) / 10.0;
    private static readonly VirtualServer Server = new(600, 10);

    [Theory]
    [InlineData(0.002)]
    [InlineData(0.2)]
    public void A_given_limit_is_used_to_the_full_and_nothing_is_refused(double latency)
    {
        var run = VirtualRun.Of(Server with { Latency = latency }, 300, new PaceLimits { RequestsPerMinute = 600, Burst = 10 });

        Assert.Equal((300, 0), (run.Answered, run.Refused));
        Assert.InRange(run.Makespan, Ideal, Ideal * 1.05);
    }

    [Theory]
    [InlineData(0.002, false)]
    [InlineData(0.002, true)]
    [InlineData(0.2, false)]
    [InlineData(0.2, true)]
    public void A_told_limit_is_used_to_the_full_and_nothing_is_refused(double latency, bool wholeSeconds)
    {
        var run = VirtualRun.Of(Server with { Latency = latency, Tells = true, IsCoarse = wholeSeconds, SaysWhen = true }, 300);

        Assert.Equal((300, 0), (run.Answered, run.Refused));
        Assert.InRange(run.Makespan, Ideal, Ideal * 1.05);
    }

    [Theory]
    [InlineData(0.002, true, null)]
    [InlineData(0.002, false, null)]
    [InlineData(0.2, true, null)]
    [InlineData(0.2, false, null)]
    [InlineData(0.002, true, 16)]
    [InlineData(0.002, false, 16)]
    public void A_limit_that_nobody_tells_is_found_with_few_refusals(double latency, bool saysWhen, int? concurrency)
    {
        var run = VirtualRun.Of(Server with { Latency = latency, SaysWhen = saysWhen }, 300, concurrency: concurrency);

        Assert.Equal(300, run.Answered);
        Assert.InRange(run.Refused / (300.0 + run.Refused), 0, 0.05);
        Assert.InRange(run.Makespan, Ideal, Ideal * 1.05);
    }

    [Theory]
    [InlineData(600, 1000)]
    [InlineData(60, 100)]
    public void Within_a_fixed_window_no_more_is_sent_than_remains(int perMinute, int questions)
    {
        var run = VirtualRun.Of(new VirtualServer(perMinute, perMinute) { Window = 60, Tells = true, SaysWhen = true }, questions);

        Assert.Equal((questions, 0), (run.Answered, run.Refused));
        Assert.InRange(run.Makespan, 60, 63);
    }

    [Fact]
    public void A_bucket_that_holds_a_whole_minute_is_emptied_and_followed()
    {
        var run = VirtualRun.Of(new VirtualServer(600, 600) { Tells = true }, 1200);

        Assert.Equal((1200, 0), (run.Answered, run.Refused));
        Assert.InRange(run.Makespan, 60, 63);
    }

    [Fact]
    public void A_provider_that_takes_few_calls_at_once_is_hardly_ever_asked_more()
    {
        var run = VirtualRun.Of(new VirtualServer(1e9, 1e9) { Latency = 0.2, MostUnderWay = 8 }, 1000);

        Assert.Equal(1000, run.Answered);
        Assert.InRange(run.Refused, 1, 50);
    }

    [Fact]
    public void Where_nothing_is_limited_many_calls_are_soon_under_way()
    {
        var run = VirtualRun.Of(new VirtualServer(1e9, 1e9) { Latency = 1 }, 2000);

        Assert.Equal((2000, 0), (run.Answered, run.Refused));
        Assert.InRange(run.Makespan, 2000 / 128.0, 25);
    }

    [Fact]
    public void Whatever_the_limit_every_question_is_answered_and_given_limits_are_kept() =>
        Gen.Select(Gen.Int[30, 3000], Gen.Int[3, 60], Gen.Double[0.001, 1.5], Gen.Int[20, 200]).Sample(
            (perMinute, burst, latency, questions) =>
            {
                var run = VirtualRun.Of(
                    new VirtualServer(perMinute, burst) { Latency = latency }, questions, new PaceLimits { RequestsPerMinute = perMinute, Burst = burst });
                return run.Answered == questions && run.Refused == 0;
            },
            iter: 60,
            threads: 1);
}
