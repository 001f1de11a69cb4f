using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jinbang.Workspaces;

namespace Jinbang.Tests.Web;

public sealed class CaseTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private CaseRoom room = null!;

    public async ValueTask InitializeAsync() => room = await CaseRoom.ServeAsync();

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Theory]
    [InlineData("", "swift s1|slow p3|slow p2|swift p3|swift p1")]
    [InlineData("?q=失重", "swift p1")]
    [InlineData("?q=失重状态", "swift p1")]
    [InlineData("?q=光", "slow p2")]
    [InlineData("?q=光&in=reply&verdict=all", "swift p2")]
    [InlineData("?q=频率&verdict=all", "slow p2|swift p2")]
    [InlineData("?q=频率&in=reply&verdict=all", "swift p2")]
    [InlineData("?q=prism&in=question", "slow p3|swift p3")]
    [InlineData("?q=photosynthesis", "swift p3")]
    [InlineData("?q=PHOTO*+answer", "swift p3")]
    [InlineData("?q=photo", "")]
    [InlineData("?q=\"nothing to do\"", "swift p3")]
    [InlineData("?q=\"do nothing to\"", "")]
    [InlineData("?exam=physics&stratum=光学", "slow p3|slow p2|swift p3")]
    [InlineData("?model=slow&exam=physics", "slow p3|slow p2")]
    [InlineData("?verdict=right", "slow p1|swift p2")]
    [InlineData("?verdict=unreadable", "slow p3")]
    [InlineData("?question=p2&verdict=all", "slow p2|swift p2")]
    [InlineData("?exam=nowhere", "")]
    [InlineData("?model=nobody", "")]
    [InlineData("?marked=1", "")]
    [InlineData("?q=%22+OR+*+%28NEAR&verdict=all", "")]
    public async Task Replies_are_found_by_words_and_filters_in_both_languages(string query, string found) =>
        Assert.Equal(found, string.Join('|', await room.NamesAsync(query)));

    [Fact]
    public async Task Pages_follow_one_another_in_both_directions_without_a_gap()
    {
        var all = await room.NamesAsync("?verdict=all");
        var first = await room.JsonAsync("/api/cases?verdict=all&most=3");
        var second = await room.JsonAsync($"/api/cases?verdict=all&most=3&before={first.GetProperty("older")}");
        var back = await room.JsonAsync($"/api/cases?verdict=all&most=3&after={second.GetProperty("newer")}");

        Assert.Equal((7, 7), (all.Count, first.GetProperty("total").GetInt32()));
        Assert.Equal(all.Take(6), Names(first).Concat(Names(second)));
        Assert.Equal(Names(first), Names(back));
        Assert.Equal(JsonValueKind.Null, first.GetProperty("newer").ValueKind);
    }

    [Fact]
    public async Task A_case_shows_the_question_the_key_the_read_span_and_what_came_back_as_text()
    {
        var page = await room.TextAsync($"/cases/{await room.KeyAsync("?q=失重")}?lang=zh&q=失重");
        Assert.Contains("电梯是一种垂直运输设备", page, StringComparison.Ordinal);
        Assert.Contains("✓ 答案", page, StringComparison.Ordinal);
        Assert.Contains("<mark>A</mark>", page, StringComparison.Ordinal);
        Assert.Contains("answer-cue", page, StringComparison.Ordinal);
        Assert.Contains("输入 120 token，输出 40", page, StringComparison.Ordinal);

        var hostile = await room.PageAsync($"/cases/{await room.KeyAsync("?q=desrever&verdict=all")}?lang=en");
        Assert.DoesNotContain("<script>alert", hostile, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", hostile, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", hostile, StringComparison.Ordinal);
        Assert.Contains("U&#x2B;001B", hostile, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", await room.PageAsync("/cases?q=desrever&verdict=all"), StringComparison.Ordinal);
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
        using (LedgerLock.TryTake(room.Web.Room.Ledger))
        {
            Assert.Equal(HttpStatusCode.Conflict, (await ByJsonAsync(key, new { verdict = "right", reason = "r", by = "Ann" })).StatusCode);
            Assert.EndsWith("said=busy", (await room.SendAsync(key, ("verdict", "right"), ("by", "Ann"), ("reason", "r"))).RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
        }

        Assert.Empty(await room.NamesAsync("?marked=1"));
        Assert.Equal(HttpStatusCode.OK, (await ByJsonAsync(key, new { verdict = "right", reason = "r", by = "Ann" })).StatusCode);
        Assert.Equal(["slow p2"], await room.NamesAsync("?marked=1&verdict=all"));
    }

    [Fact]
    public async Task What_is_not_there_is_said()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await room.Client.GetAsync("/cases/0123456789abcdef", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await room.Client.GetAsync("/api/cases/x", Token)).StatusCode);
        Assert.Contains("没有符合条件的作答", await room.TextAsync("/cases?lang=zh&q=不存在的词"), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> ByJsonAsync(string key, object wish) => await room.Client.PostAsJsonAsync($"/api/cases/{key}/mark", wish, Token);

    private async Task<decimal> AccuracyAsync(string model)
    {
        var (_, _, _) = await room.Web.Room.RunAsync("board");
        using var board = JsonDocument.Parse(await File.ReadAllTextAsync(room.Web.Room.Path("boards/physics.json"), Token));
        return board.RootElement.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("model").GetString() == model).GetProperty("accuracy").GetDecimal();
    }

    private static IEnumerable<string> Names(JsonElement page) =>
        page.GetProperty("cases").EnumerateArray().Select(found => $"{found.GetProperty("model").GetString()} {found.GetProperty("question").GetString()}");
}
