using System.Net;
using System.Text;
using Jinbang.Simulator;

namespace Jinbang.Tests.Simulator;

public sealed class ReplyTests
{
    [Fact]
    public async Task A_reply_says_that_it_is_simulated()
    {
        await using var caller = await Caller.StartAsync(new());
        using var response = await caller.AskAsync("Which one?");
        var reply = Caller.Json(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("simulated:sim-strong", reply.GetProperty("model").GetString());
        Assert.Equal("true", response.Headers.GetValues("x-simulated").Single());
        Assert.NotEqual("", Caller.Text(reply));
        Assert.Equal("stop", Caller.Finish(reply));
    }

    [Theory]
    [InlineData("12345678", 2)]
    [InlineData("123456789", 3)]
    [InlineData("下列正确的是", 6)]
    [InlineData("题1", 2)]
    public async Task Prompt_tokens_are_one_for_a_CJK_character_and_one_for_four_others(string prompt, int tokens)
    {
        await using var caller = await Caller.StartAsync(new());
        var usage = (await caller.ReplyAsync(prompt)).GetProperty("usage");
        Assert.Equal(tokens, usage.GetProperty("prompt_tokens").GetInt32());
        Assert.Equal(
            usage.GetProperty("total_tokens").GetInt32(), tokens + usage.GetProperty("completion_tokens").GetInt32());
    }

    [Theory]
    [InlineData("max_tokens")]
    [InlineData("max_completion_tokens")]
    public async Task A_token_limit_cuts_the_reply_off(string limit)
    {
        await using var caller = await Caller.StartAsync(new() { Verbosity = 100 });
        using var response = await caller.PostAsync(new Dictionary<string, object>
        {
            ["model"] = "sim-weak",
            [limit] = 10,
            ["messages"] = new[] { new { role = "user", content = "Which one?" } },
        });
        var reply = Caller.Json(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("length", Caller.Finish(reply));
        Assert.Equal(10, reply.GetProperty("usage").GetProperty("completion_tokens").GetInt32());
        Assert.Equal(40, Caller.Text(reply).Length);
    }

    [Fact]
    public async Task Thinking_is_part_of_the_completion_tokens()
    {
        await using var caller = await Caller.StartAsync(new() { Thinking = 50 });
        var reply = await caller.ReplyAsync("下列哪一项正确？");
        var usage = reply.GetProperty("usage");
        Assert.Equal(50, usage.GetProperty("completion_tokens_details").GetProperty("reasoning_tokens").GetInt32());
        Assert.True(usage.GetProperty("completion_tokens").GetInt32() > 50);
        Assert.Equal(50, reply.GetProperty("choices")[0].GetProperty("message").GetProperty("reasoning_content").GetString()!.Length);
    }

    [Fact]
    public async Task Thinking_can_eat_the_whole_limit()
    {
        await using var caller = await Caller.StartAsync(new() { Thinking = 50 });
        using var response = await caller.PostAsync(
            new { model = "sim-weak", max_tokens = 20, messages = new[] { new { role = "user", content = "Which?" } } });
        var reply = Caller.Json(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("", "length"), (Caller.Text(reply), Caller.Finish(reply)));
    }

    [Fact]
    public async Task A_stream_says_the_same_as_a_plain_reply()
    {
        await using var caller = await Caller.StartAsync(new() { Verbosity = 30 });
        var plain = await caller.ReplyAsync("下列哪一项正确？");
        var events = Caller.Events(await caller.BodyAsync("下列哪一项正确？", stream: true));
        var chunks = events.SkipLast(1).Select(Caller.Json).ToArray();
        var deltas = chunks.SkipLast(1).Select(chunk => chunk.GetProperty("choices")[0].GetProperty("delta"));
        Assert.Equal(Caller.Text(plain), string.Concat(deltas.Select(delta => delta.TryGetProperty("content", out var text) ? text.GetString() : "")));
        Assert.Equal("[DONE]", events[^1]);
        Assert.Equal("stop", chunks[^2].GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.Equal(plain.GetProperty("usage").ToString(), chunks[^1].GetProperty("usage").ToString());
    }

    [Fact]
    public async Task A_stream_tells_no_usage_unless_asked()
    {
        await using var caller = await Caller.StartAsync(new());
        using var response = await caller.PostAsync(
            new { model = "sim-weak", stream = true, messages = new[] { new { role = "user", content = "Which?" } } });
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("usage", body, StringComparison.Ordinal);
        Assert.EndsWith("data: [DONE]\n\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_are_listed()
    {
        await using var caller = await Caller.StartAsync(new() { Models = [new("x", 1), new("y", 0)] });
        var data = (await caller.GetAsync("/v1/models")).GetProperty("data");
        Assert.Equal(["x", "y"], data.EnumerateArray().Select(model => model.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task The_wrong_key_is_refused()
    {
        await using var caller = await Caller.StartAsync(new() { Key = "right" });
        using var asked = await caller.AskAsync("Which?");
        using var wrong = await caller.SendAsync(HttpMethod.Get, "/v1/models", "wrong");
        using var right = await caller.SendAsync(HttpMethod.Get, "/v1/models", "right");
        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.OK],
            [asked.StatusCode, wrong.StatusCode, right.StatusCode]);
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("""{"messages":[]}""", 400)]
    [InlineData("""{"model":"sim-weak"}""", 400)]
    [InlineData("""{"model":"sim-weak","messages":[{"role":"user","content":5}]}""", 400)]
    [InlineData("""{"model":"sim-weak","messages":["hi"]}""", 400)]
    [InlineData("""{"model":"sim-weak","max_tokens":1.5,"messages":[{"content":"hi"}]}""", 400)]
    [InlineData("""{"model":"sim-weak","max_tokens":0,"messages":[{"content":"hi"}]}""", 400)]
    [InlineData("""{"model":"\ud800","messages":[{"content":"hi"}]}""", 400)]
    [InlineData("""{"model":"<b>gone</b>","messages":[{"content":"hi"}]}""", 404)]
    public async Task A_bad_request_is_told_what_is_wrong(string request, int status)
    {
        await using var caller = await Caller.StartAsync(new());
        using var response = await caller.PostAsync(new StringContent(request, Encoding.UTF8, "application/json"));
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotEqual("", Caller.Json(body).GetProperty("error").GetProperty("message").GetString());
        Assert.DoesNotContain("<b>", body, StringComparison.Ordinal);
        Assert.Equal(1, caller.Provider.Stats.ByStatus[status]);
    }

    [Fact]
    public async Task A_body_beyond_eight_megabytes_is_refused()
    {
        await using var caller = await Caller.StartAsync(new());
        using var body = new ByteArrayContent(new byte[(8 * 1024 * 1024) + 1]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(caller.Provider.Endpoint, "/v1/chat/completions")) { Content = body };
        request.Headers.ExpectContinue = true;
        using var http = new HttpClient();
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task The_endpoint_is_on_loopback_alone()
    {
        await using var caller = await Caller.StartAsync(new());
        var listeners = System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        var own = listeners.Where(listener => listener.Port == caller.Provider.Endpoint.Port);
        Assert.Equal([IPAddress.Loopback], own.Select(listener => listener.Address));
    }

    [Fact]
    public async Task A_taken_port_is_told()
    {
        await using var caller = await Caller.StartAsync(new());
        var again = new SimulatorOptions { Port = caller.Provider.Endpoint.Port };
        await Assert.ThrowsAsync<BadInputException>(() => Caller.StartAsync(again));
    }
}
