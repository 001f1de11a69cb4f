using System.Globalization;
using System.Net;
using Jinbang.Simulator.Pacing;

namespace Jinbang.Tests.Simulator;

public sealed class PacingTests
{
    [Fact]
    public async Task Requests_beyond_the_burst_are_told_when_to_come_back()
    {
        await using var caller = await Caller.StartAsync(new() { RateLimit = new(60, 2) });
        using var first = await caller.AskAsync("one");
        using var second = await caller.AskAsync("two");
        using var third = await caller.AskAsync("three");
        using var other = await caller.AskAsync("three", "sim-weak");
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK],
            [first.StatusCode, second.StatusCode, third.StatusCode, other.StatusCode]);
        Assert.Equal(TimeSpan.FromSeconds(1), third.Headers.RetryAfter!.Delta);
        Assert.InRange(int.Parse(third.Headers.GetValues("retry-after-ms").Single(), CultureInfo.InvariantCulture), 1, 1000);
        Assert.Equal("60", third.Headers.GetValues("x-ratelimit-limit-requests").Single());
        Assert.Equal("1", first.Headers.GetValues("x-ratelimit-remaining-requests").Single());
        Assert.EndsWith("s", third.Headers.GetValues("x-ratelimit-reset-requests").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_lets_in_again_after_the_wait()
    {
        await using var caller = await Caller.StartAsync(new() { RateLimit = new(600, 1) });
        using var first = await caller.AskAsync("one");
        await Task.Delay(TimeSpan.FromMilliseconds(150), TimeProvider.System, TestContext.Current.CancellationToken);
        using var second = await caller.AskAsync("two");
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Theory]
    [InlineData("200ms", 200, false)]
    [InlineData("200ms", 150, true)]
    [InlineData("uniform:100ms..200ms", 100, false)]
    public async Task Replies_take_their_time(string latency, int least, bool stream)
    {
        await using var caller = await Caller.StartAsync(new() { Latency = Latency.Parse(latency) });
        var start = TimeProvider.System.GetTimestamp();
        _ = await caller.BodyAsync("Which?", stream: stream);
        Assert.True(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds >= least - 10);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1.5s")]
    [InlineData("lognormal:median=1s,sigma=0.5")]
    public void A_latency_is_read(string text) => Assert.NotNull(Latency.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("50")]
    [InlineData("-1s")]
    [InlineData("25h")]
    [InlineData("uniform:2s..1s")]
    [InlineData("lognormal:median=1s")]
    [InlineData("lognormal:median=1s,sigma=9")]
    public void A_bad_latency_is_an_error(string text) => Assert.Throws<BadInputException>(() => Latency.Parse(text));
}
