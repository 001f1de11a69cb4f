using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jinbang.Runs.Ledgers;

namespace Jinbang.Tests.Web;

public sealed class CaseTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private CaseRoom room = null!;

    public async ValueTask InitializeAsync() => room = await CaseRoom.ServeAsync();

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task Replies_are_found_by_the_days_they_were_asked_on_and_pages_keep_them_in_the_address()
    {
        await room.Web.CloseAsync();
        room.Web.Room.Ask("UPDATE attempt SET asked_at = '2026-02-01T07:30:00.0000000+08:00' WHERE question = 'p1'; UPDATE attempt SET asked_at = '2026-02-28T23:59:59.0000000+00:00' WHERE question = 'p2'");
        File.Delete(room.Web.Room.Path(".jinbang/search.db"));
        await room.Web.ServeAsync();
        await room.CatchUpAsync();

        Assert.Equal(["slow p1", "swift p1"], await room.NamesAsync("?verdict=all&from=2026-01-31&to=2026-01-31"));
        Assert.Equal(["slow p2", "swift p2"], await room.NamesAsync("?verdict=all&from=2026-02-01&to=2026-02-28"));
        Assert.Equal(4, (await room.NamesAsync("?verdict=all&to=2026-03-01")).Count);
        Assert.Equal(["swift s1", "slow p3", "swift p3"], await room.NamesAsync("?verdict=all&from=2026-03-01"));
        Assert.Equal(["slow p2"], await room.NamesAsync("?q=波长&from=2026-02-01&to=2026-12-31"));
        Assert.Empty(await room.NamesAsync("?verdict=all&from=2026-02-02&to=2026-02-01"));
        var page = await room.TextAsync("/cases?verdict=all&from=2026-01-31&to=2026-02-28");
        Assert.Contains("name=\"from\" value=\"2026-01-31\"", page, StringComparison.Ordinal);
        Assert.Contains("p1 · <time>2026-01-31</time>", page, StringComparison.Ordinal);
        Assert.Contains("from=2026-01-31&to=2026-02-28\" data-step", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_interface_s_description_names_what_the_search_reads()
    {
        var document = await room.JsonAsync("/api/openapi.json");

        var names = document.GetProperty("paths").GetProperty("/api/cases").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString());
        Assert.Equal(["q", "in", "exam", "model", "stratum", "verdict", "outcome", "rule", "question", "from", "to", "marked", "before", "after", "most"], names);
    }

    [Fact]
    public async Task The_interface_s_description_names_no_feature_twice_and_none_without_an_operation()
    {
        var document = await room.JsonAsync("/api/openapi.json");

        var used = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .SelectMany(operation => operation.Value.GetProperty("tags").EnumerateArray()).Select(tag => tag.GetString()).Distinct().Order();
        Assert.Equal(used, document.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString()).Order());
    }

    [Fact]
    public async Task A_reply_of_megabytes_is_shown_in_part_and_found_by_its_end()
    {
        var reply = string.Concat(Enumerable.Repeat("很长的思考。", 400_000)) + "大结局 Answer: B";
        await room.Web.Room.ImportAsync("physics.yaml", $"model,question_id,reply\nlong,p1,\"{reply}\"\n");
        await room.CatchUpAsync(8);

        var page = await room.TextAsync($"/cases/{await room.KeyAsync("?q=大结局")}?lang=en");

        Assert.Contains("characters left out", page, StringComparison.Ordinal);
        Assert.Contains("<mark>B</mark>", page, StringComparison.Ordinal);
        Assert.InRange(page.Length, 6_000, 60_000);
    }

    [Fact]
    public async Task A_mark_changes_the_verdict_the_board_and_what_is_found_and_can_be_withdrawn()
    {
        var key = await room.KeyAsync("?q=误解");
        var answer = await room.SendAsync(key, ("verdict", "partial"), ("points", "0.5"), ("by", "Ann"), ("reason", "half of it <b>is</b> right"), ("back", "?q=误解&lang=en"));

        Assert.Equal($"/cases/{key}?q=%E8%AF%AF%E8%A7%A3&said=marked", answer.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Contains("half of it &lt;b&gt;is&lt;/b&gt; right", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(["slow p2"], await room.NamesAsync("?marked=1"));
        Assert.Equal(["slow p2"], await room.NamesAsync("?verdict=partial"));
        Assert.Equal(["slow p2"], await room.NamesAsync("?rule=human:Ann"));
        Assert.Contains("\"deed\":\"mark\"", await File.ReadAllTextAsync(room.Web.Room.Path(".jinbang/audit.jsonl"), Token), StringComparison.Ordinal);
        Assert.Equal(0.5m, await AccuracyAsync("slow"));

        await room.SendAsync(key, ("withdraw", "1"), ("verdict", "partial"), ("by", "Ann"), ("reason", "no"));
        Assert.Empty(await room.NamesAsync("?marked=1"));
        Assert.Equal(["slow p2"], await room.NamesAsync("?q=误解&verdict=wrong"));
        Assert.Equal(2, (await room.JsonAsync($"/api/cases/{key}")).GetProperty("marks").GetArrayLength());
    }

    [Fact]
    public async Task Nothing_is_marked_without_a_reason_a_token_or_while_another_program_writes()
    {
        var key = await room.KeyAsync("?q=误解");
        Assert.EndsWith("said=refused", (await room.SendAsync(key, ("verdict", "right"), ("by", "Ann"))).RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
        using var bare = new FormUrlEncodedContent([KeyValuePair.Create("verdict", "right"), KeyValuePair.Create("reason", "r"), KeyValuePair.Create("by", "Ann")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await room.Client.PostAsync($"/cases/{key}/mark", bare, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await ByJsonAsync(key, new { verdict = "perhaps", reason = "r", by = "Ann" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ByJsonAsync("0123456789abcdef", new { verdict = "right", reason = "r", by = "Ann" })).StatusCode);
        using (FileLock.TryTake(room.Web.Room.Ledger))
        {
            Assert.Equal(HttpStatusCode.Conflict, (await ByJsonAsync(key, new { verdict = "right", reason = "r", by = "Ann" })).StatusCode);
            Assert.EndsWith("said=busy", (await room.SendAsync(key, ("verdict", "right"), ("by", "Ann"), ("reason", "r"))).RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
        }

        Assert.Empty(await room.NamesAsync("?marked=1"));
        Assert.Equal(HttpStatusCode.OK, (await ByJsonAsync(key, new { verdict = "right", reason = "r", by = "Ann" })).StatusCode);
        Assert.Equal(["slow p2"], await room.NamesAsync("?marked=1&verdict=all"));
    }

    private async Task<HttpResponseMessage> ByJsonAsync(string key, object wish) => await room.Client.PostAsJsonAsync($"/api/cases/{key}/mark", wish, Token);

    private async Task<decimal> AccuracyAsync(string model)
    {
        var (_, _, _) = await room.Web.Room.RunAsync("board");
        using var board = JsonDocument.Parse(await File.ReadAllTextAsync(room.Web.Room.Path("boards/physics.json"), Token));
        return board.RootElement.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("model").GetString() == model).GetProperty("accuracy").GetDecimal();
    }
}
