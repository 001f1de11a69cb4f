using System.Net;
using System.Text.Json;
using Jinbang.Simulator.Faults;

namespace Jinbang.Tests.Simulator;

public sealed class FaultTests
{
    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(529)]
    public async Task A_status_comes_with_an_error_and_no_bill(int status)
    {
        await using var caller = await Caller.WithFaultAsync($"{status}");
        using var response = await caller.AskAsync("Which?");
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Null(response.Headers.RetryAfter);
        Assert.NotEqual("", Caller.Json(body).GetProperty("error").GetProperty("message").GetString());
        Assert.Equal((0, 1), (caller.Provider.Stats.Paid, caller.Provider.Stats.Unpaid));
    }

    [Fact]
    public async Task Retry_after_is_sent_when_told()
    {
        await using var caller = await Caller.WithFaultAsync("429:retry-after=7");
        using var response = await caller.AskAsync("Which?");
        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter!.Delta);
    }

    [Theory]
    [InlineData("html", 502)]
    [InlineData("html:status=200", 200)]
    public async Task Html_comes_instead_of_JSON(string fault, int status)
    {
        await using var caller = await Caller.WithFaultAsync(fault);
        using var response = await caller.AskAsync("Which?");
        Assert.Equal((status, "text/html"), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("cut", false)]
    [InlineData("cut", true)]
    [InlineData("cut-early", false)]
    [InlineData("cut-early", true)]
    public async Task A_cut_ends_the_connection(string fault, bool stream)
    {
        await using var caller = await Caller.WithFaultAsync(fault);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => caller.BodyAsync("Which?", stream: stream));
        Assert.Equal(fault == "cut" ? 1 : 0, caller.Provider.Stats.Paid);
        Assert.Equal(0, caller.Provider.Stats.Replies);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stall_holds_the_body_back_after_the_headers(bool stream)
    {
        await using var caller = await Caller.WithFaultAsync("stall:pause=300ms");
        var start = TimeProvider.System.GetTimestamp();
        var body = await caller.BodyAsync("Which?", stream: stream);
        Assert.True(TimeProvider.System.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(290));
        Assert.Contains("sim-strong", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_leaves_a_stall_is_counted_as_gone()
    {
        await using var caller = await Caller.WithFaultAsync("stall:pause=1m");
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        using var http = new HttpClient();
        using var body = new StringContent("""{"model":"sim-weak","messages":[{"content":"hi"}]}""");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => http.PostAsync(new Uri(caller.Provider.Endpoint, "/v1/chat/completions"), body, patience.Token));
        while (caller.Provider.Stats.InFlight > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.Equal((1, 1, 0), (caller.Provider.Stats.Abandoned, caller.Provider.Stats.Paid, caller.Provider.Stats.Replies));
    }

    [Fact]
    public async Task Malformed_JSON_cannot_be_read()
    {
        await using var caller = await Caller.WithFaultAsync("malformed");
        var body = await caller.BodyAsync("Which?");
        var events = Caller.Events(await caller.BodyAsync("Which?", stream: true));
        Assert.ThrowsAny<JsonException>(() => Caller.Json(body));
        Assert.Single(events.SkipLast(1), chunk => !IsJson(chunk));
    }

    [Theory]
    [InlineData("empty", "", "stop")]
    [InlineData("filter", "", "content_filter")]
    public async Task A_text_is_withheld(string fault, string text, string finish)
    {
        await using var caller = await Caller.WithFaultAsync(fault);
        var reply = await caller.ReplyAsync("Which?");
        Assert.Equal((text, finish), (Caller.Text(reply), Caller.Finish(reply)));
    }

    [Fact]
    public async Task Choices_can_be_missing()
    {
        await using var caller = await Caller.WithFaultAsync("empty-choices");
        Assert.Equal(0, (await caller.ReplyAsync("Which?")).GetProperty("choices").GetArrayLength());
    }

    [Fact]
    public async Task A_truncated_reply_ends_for_its_length()
    {
        await using var whole = await Caller.StartAsync(new() { Verbosity = 20 });
        await using var half = await Caller.StartAsync(new() { Verbosity = 20, Faults = FaultShare.ParseAll("truncated=1") });
        var text = Caller.Text(await whole.ReplyAsync("Which?"));
        var reply = await half.ReplyAsync("Which?");
        Assert.Equal("length", Caller.Finish(reply));
        Assert.Equal(text[..(text.Length / 2)], Caller.Text(reply));
    }

    [Fact]
    public async Task An_error_can_come_with_status_200()
    {
        await using var caller = await Caller.WithFaultAsync("error200");
        using var response = await caller.AskAsync("Which?");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("\"error\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Usage_can_be_missing_or_negative()
    {
        await using var missing = await Caller.WithFaultAsync("no-usage");
        await using var negative = await Caller.WithFaultAsync("negative-usage");
        Assert.False((await missing.ReplyAsync("Which?")).TryGetProperty("usage", out _));
        Assert.Equal(-1, (await negative.ReplyAsync("Which?")).GetProperty("usage").GetProperty("completion_tokens").GetInt32());
        Assert.True(negative.Provider.Stats.CompletionTokens > 0);
    }

    [Fact]
    public async Task Keep_alive_comments_stand_between_events()
    {
        await using var caller = await Caller.WithFaultAsync("keep-alive");
        var body = await caller.BodyAsync("Which?", stream: true);
        Assert.StartsWith(": keep-alive\n\ndata: ", body, StringComparison.Ordinal);
        Assert.All(Caller.Events(body).SkipLast(1), chunk => Assert.True(IsJson(chunk)));
        Assert.StartsWith("\n{", await caller.BodyAsync("Which?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chunk_can_come_twice()
    {
        await using var caller = await Caller.WithFaultAsync("duplicate");
        var events = Caller.Events(await caller.BodyAsync("Which?", stream: true));
        Assert.Equal(events.Count - 1, events.Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_content_type_can_be_wrong(bool stream)
    {
        await using var caller = await Caller.WithFaultAsync("content-type");
        using var response = await caller.AskAsync("Which?", stream: stream);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("rubbish=0.1")]
    [InlineData("399=0.1")]
    [InlineData("429")]
    [InlineData("429=1.1")]
    [InlineData("429=-0.1")]
    [InlineData("429=0.6,500=0.6")]
    [InlineData("cut:pause=1s=0.1")]
    [InlineData("")]
    public void A_bad_spec_is_an_error(string spec) => Assert.Throws<BadInputException>(() => FaultShare.ParseAll(spec));

    private static bool IsJson(string text)
    {
        try
        {
            _ = Caller.Json(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
