using Jinbang.Models;
using Jinbang.Models.Providers;

namespace Jinbang.Tests.Models.Providers;

public sealed class RateHeadersTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("1s", 1)]
    [InlineData("6m0s", 360)]
    [InlineData("120ms", 0.12)]
    [InlineData("1h2m3.5s", 3723.5)]
    [InlineData("2m59.56s", 179.56)]
    [InlineData("59", 59)]
    [InlineData("0.5", 0.5)]
    [InlineData("1795608030", 30)]
    [InlineData("1795608030000", 30)]
    [InlineData("2026-11-25T12:00:07Z", 7)]
    [InlineData("2026-11-25T13:00:07+01:00", 7)]
    [InlineData("2026-11-25T11:00:00Z", 0)]
    [InlineData("999d", 86400)]
    public void A_reset_is_read_in_every_form_that_providers_have(string text, double seconds) =>
        Assert.Equal(seconds, ResetTime.Parse(text, null, Noon)!.Value.TotalSeconds, 6);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("s")]
    [InlineData("NaN")]
    [InlineData("5 minutes of your time")]
    public void What_is_no_reset_is_none(string? text) => Assert.Null(ResetTime.Parse(text, null, Noon));

    [Theory]
    [InlineData(0, 20)]
    [InlineData(2, 20)]
    [InlineData(-600, 620)]
    public void A_moment_is_reckoned_by_the_clock_of_a_server_that_is_far_off_ours(int serverAhead, double seconds) =>
        Assert.Equal(seconds, ResetTime.Parse("2026-11-25T12:00:20Z", Noon.AddSeconds(serverAhead), Noon)!.Value.TotalSeconds);

    [Theory]
    [InlineData("x-ratelimit-limit-requests: 600\r\nx-ratelimit-remaining-requests: 9\r\nx-ratelimit-reset-requests: 100ms", 600, 9, 0.1)]
    [InlineData("anthropic-ratelimit-requests-limit: 50\r\nanthropic-ratelimit-requests-remaining: 49\r\nanthropic-ratelimit-requests-reset: 2200-01-01T00:00:00Z", 50, 49, 86400)]
    [InlineData("X-RateLimit-Limit: 20\r\nX-RateLimit-Remaining: 0\r\nX-RateLimit-Reset: 12", 20, 0, 12)]
    public async Task What_an_answer_s_head_says_is_heard_before_its_end(string headers, double limit, double remaining, double seconds)
    {
        var notice = Assert.Single(await HeardAsync($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{headers}\r\nContent-Length: 71\r\n\r\n"
            + """{"choices":[{"message":{"content":"B"},"finish_reason":"stop"}],"x":1}""" + "\n"));

        Assert.Equal(new RateWindow(limit, remaining, TimeSpan.FromSeconds(seconds)), notice.Requests);
        Assert.Null(notice.Tokens);
    }

    [Fact]
    public async Task Refusals_are_heard_too_and_tokens_apart_from_requests()
    {
        var notice = Assert.Single(await HeardAsync(
            "HTTP/1.1 429 Too Many Requests\r\nx-ratelimit-limit-tokens: 1000\r\nx-ratelimit-remaining-tokens: 10\r\nx-ratelimit-reset-tokens: 1m0s\r\nContent-Length: 0\r\n\r\n"));

        Assert.Equal((null, new RateWindow(1000, 10, TimeSpan.FromMinutes(1))), (notice.Requests, notice.Tokens));
    }

    [Theory]
    [InlineData("x-ratelimit-limit-requests: 600")]
    [InlineData("x-ratelimit-limit-requests: 0\r\nx-ratelimit-remaining-requests: 0\r\nx-ratelimit-reset-requests: 1s")]
    [InlineData("x-ratelimit-limit-requests: many\r\nx-ratelimit-remaining-requests: 9\r\nx-ratelimit-reset-requests: 1s")]
    [InlineData("x-ratelimit-limit-requests: 1e999\r\nx-ratelimit-remaining-requests: 9\r\nx-ratelimit-reset-requests: 1s")]
    public async Task Headers_that_make_no_sense_say_nothing(string headers) =>
        Assert.Empty(await HeardAsync($"HTTP/1.1 429 Too Many Requests\r\n{headers}\r\nContent-Length: 0\r\n\r\n"));

    private static async Task<List<RateNotice>> HeardAsync(string answer)
    {
        var heard = new List<RateNotice>();
        var notices = new RateNotices();
        notices.Listen(heard.Add);
        await using var server = new ScriptedServer((stream, token) => ScriptedServer.SendAsync(stream, token, answer));
        using var connection = new ProviderConnection(Provider.At(server.Address), null, new CallLimits(), TimeProvider.System);
        using var client = new ProviderChatClient(connection, Asking.Model, notices);
        using var examinee = new ChatExaminee(Asking.Model, client, TimeProvider.System) { Streaming = false };
        try
        {
            await examinee.AskAsync(Asking.Prompt, TestContext.Current.CancellationToken);
        }
        catch (ProviderException fault)
        {
            Assert.Equal(FaultKind.RateLimited, fault.Kind);
        }

        return heard;
    }
}
