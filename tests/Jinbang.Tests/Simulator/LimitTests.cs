using System.Globalization;
using System.Net;
using Jinbang.Simulator.Pacing;

namespace Jinbang.Tests.Simulator;

public sealed class LimitTests
{
    [Fact]
    public async Task Anthropics_headers_tell_the_moment_of_the_reset_in_whole_seconds()
    {
        await using var caller = await Caller.StartAsync(new() { RateLimit = new(60, 2) { Headers = LimitHeaders.Anthropic } });
        using var answer = await caller.AskAsync("one");

        Assert.Equal(("60", "1"), (Header(answer, "anthropic-ratelimit-requests-limit"), Header(answer, "anthropic-ratelimit-requests-remaining")));
        var reset = DateTimeOffset.Parse(Header(answer, "anthropic-ratelimit-requests-reset"), CultureInfo.InvariantCulture);
        Assert.Equal(0, reset.Millisecond);
        Assert.InRange((reset - TimeProvider.System.GetUtcNow()).TotalSeconds, -5, 3);
        Assert.False(answer.Headers.Contains("x-ratelimit-limit-requests"));
    }

    [Theory]
    [InlineData(LimitHeaders.RetryAfter, true)]
    [InlineData(LimitHeaders.None, false)]
    public async Task Other_providers_say_little_and_only_when_they_refuse(LimitHeaders headers, bool saysWhen)
    {
        await using var caller = await Caller.StartAsync(new() { RateLimit = new(60, 1) { Headers = headers } });
        using var taken = await caller.AskAsync("one");
        using var refused = await caller.AskAsync("two");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (taken.StatusCode, refused.StatusCode));
        Assert.Equal((false, saysWhen), (taken.Headers.Contains("Retry-After"), refused.Headers.Contains("Retry-After")));
        Assert.DoesNotContain(refused.Headers, header => header.Key.Contains("ratelimit", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Tokens_are_limited_beside_requests()
    {
        await using var caller = await Caller.StartAsync(new() { RateLimit = new(null, 1) { TokensPerMinute = 50 } });
        using var taken = await caller.AskAsync(new string('题', 30));
        using var refused = await caller.AskAsync(new string('目', 30));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (taken.StatusCode, refused.StatusCode));
        Assert.Equal(("50", "20"), (Header(taken, "x-ratelimit-limit-tokens"), Header(taken, "x-ratelimit-remaining-tokens")));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 4, 13);
    }

    [Fact]
    public async Task Nothing_of_a_window_comes_back_before_it_is_over()
    {
        await using var caller = await Caller.StartAsync(new() { RateLimit = new(3, 1) { IsWindow = true } });
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var answer = await caller.AskAsync($"question {i}");
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Requests_beyond_those_it_works_on_are_refused(int status)
    {
        await using var caller = await Caller.StartAsync(new()
        {
            Latency = Latency.Parse("500ms"),
            RateLimit = new(null, 1) { Concurrency = 1, CrowdedStatus = status },
        });
        var both = await Task.WhenAll(caller.AskAsync("one"), caller.AskAsync("two"));
        using var later = await caller.AskAsync("three");

        Assert.Equal([200, status], both.Select(answer => (int)answer.StatusCode).Order());
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Fact]
    public async Task Limits_are_shared_by_models_where_told_to()
    {
        await using var caller = await Caller.StartAsync(new() { RateLimit = new(60, 1) { IsShared = true } });
        using var taken = await caller.AskAsync("one", "sim-strong");
        using var refused = await caller.AskAsync("one", "sim-weak");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (taken.StatusCode, refused.StatusCode));
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).Single();
}
