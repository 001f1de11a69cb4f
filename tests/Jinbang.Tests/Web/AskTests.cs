using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jinbang.Simulator;
using Jinbang.Simulator.Faults;
using Jinbang.Simulator.Pacing;
using Jinbang.Web.Access;

namespace Jinbang.Tests.Web;

public sealed class AskTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly WebRoom room = new();
    private SimulatedProvider server = null!;

    public async ValueTask InitializeAsync()
    {
        server = await SimulatedProvider.StartAsync(
            new()
            {
                Models = [new("one"), new("two"), new("broken") { Faults = [new(Fault.Parse("500"), 1)] }],
                Latency = Latency.Parse("300ms"),
                Verbosity = 40,
                Thinking = 10,
            }, TimeProvider.System, Token);
        room.Room.Write("jinbang.yaml", Workspace(server));
        await room.ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await room.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Answers_come_with_tokens_time_and_cost_and_one_that_fails_spoils_no_other()
    {
        using var answer = await room.Client.PostAsJsonAsync("/api/ask", new { models = new[] { "one", "broken" }, prompt = "1+1?", system = "Be short.", maxTokens = 100 }, Token);
        var answers = (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("answers");
        var (one, broken) = (answers[0], answers[1]);

        Assert.Equal(("one", "replied"), (one.GetProperty("model").GetString(), one.GetProperty("outcome").GetString()));
        Assert.NotEmpty(one.GetProperty("text").GetString()!);
        var (prompt, reply) = (one.GetProperty("promptTokens").GetInt32(), one.GetProperty("replyTokens").GetInt32());
        Assert.Equal((prompt * 10 + reply * 20) / 1_000_000m, one.GetProperty("yuan").GetDecimal());
        // Clocks of timers are a few milliseconds off.
        Assert.InRange(one.GetProperty("seconds").GetDouble(), 0.28, 30);
        Assert.Equal(("broken", "failed"), (broken.GetProperty("model").GetString(), broken.GetProperty("outcome").GetString()));
        Assert.NotEmpty(broken.GetProperty("problem").GetString()!);
        var deeds = File.ReadLines(room.Room.Path(".jinbang/audit.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("deed").GetString());
        Assert.Equal(["ask.start", "ask.end"], deeds);
    }

    [Fact]
    public async Task Answers_are_streamed_piece_by_piece_and_make_the_whole()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { models = new[] { "one", "two" }, prompt = "1+1?", maxTokens = 200 }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var answer = await room.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        var events = (await answer.Content.ReadAsStringAsync(Token)).Split("data: ").Skip(1).Select(part => JsonDocument.Parse(part.Split('\n')[0]).RootElement).ToList();

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["one", "two"], events.Take(2).Select(one => one.GetProperty("model").GetString()));
        Assert.True(events.Count(one => one.TryGetProperty("text", out _)) > 10);
        Assert.True(events.Count(one => one.TryGetProperty("thinking", out _)) > 2);
        var ends = events.FindAll(one => one.TryGetProperty("outcome", out _));
        Assert.Equal([0, 1], ends.Select(one => one.GetProperty("of").GetInt32()).Order());
        Assert.All(ends, end => Assert.Equal("replied", end.GetProperty("outcome").GetString()));
    }

    [Theory]
    [InlineData("""{"models":["one"],"prompt":"1+1?","maxTokens":60000}""", "more than the cap")]
    [InlineData("""{"models":["unpriced"],"prompt":"1+1?"}""", "price of unpriced is unknown")]
    [InlineData("""{"models":["http://169.254.169.254/"],"prompt":"1+1?"}""", "neither in the catalogue")]
    [InlineData("""{"models":["gguf:/etc/passwd"],"prompt":"1+1?"}""", "neither in the catalogue")]
    [InlineData("""{"models":["random-baseline"],"prompt":"1+1?"}""", "cannot write")]
    [InlineData("""{"models":[],"prompt":"1+1?"}""", "Name a model")]
    [InlineData("""{"models":["one"],"prompt":" "}""", "Write what to ask")]
    [InlineData("""{"models":["one"],"prompt":"1+1?","maxTokens":0}""", "most tokens")]
    public async Task What_must_not_be_asked_is_refused_before_anything_is_spent(string order, string why)
    {
        using var body = new StringContent(order, System.Text.Encoding.UTF8, "application/json");
        using var answer = await room.Client.PostAsync("/api/ask?lang=en", body, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(why, await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(0, server.Stats.Requests);
    }

    [Fact]
    public async Task A_reader_may_not_ask_nor_may_a_form_without_its_token()
    {
        await using var open = new PublicRoom();
        open.Web.Room.Write("jinbang.yaml", Workspace(server));
        await open.ServeAsync();
        var order = new { models = new[] { "one" }, prompt = "1+1?", maxTokens = 10 };
        foreach (var client in new[] { open.Somebody(), await open.SignedInAsync(Roles.Reader) })
        {
            using var refused = await client.PostAsJsonAsync("/api/ask", order, Token);
            Assert.False(refused.IsSuccessStatusCode);
        }

        using var form = new FormUrlEncodedContent([new("model", "one"), new("prompt", "1+1?"), new("tokens", "10"), new("cap", "1")]);
        using var forged = await room.Client.PostAsync("/ask/stream", form, Token);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(0, server.Stats.Requests);
    }

    private static string Workspace(SimulatedProvider server) => "models:\n" + string.Concat(new[] { "one", "two", "broken" }.Select(name =>
        $"  - {{name: {name}, endpoint: \"{server.Endpoint}\", price: {{input: 10, output: 20, currency: CNY, date: 2026-11-01}}}}\n"))
        + $"  - {{name: unpriced, endpoint: \"{server.Endpoint}\", id: two}}\n";
}
