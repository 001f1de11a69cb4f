using System.Net;
using System.Text.Json;

namespace Jinbang.Tests.Web;

/// <summary>What only reads shares one site.</summary>
public sealed class CaseSearchTests(CaseSearchRoom shared) : IClassFixture<CaseSearchRoom>
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly CaseRoom room = shared.Room;

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
    public async Task What_is_not_there_is_said()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await room.Client.GetAsync("/cases/0123456789abcdef", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await room.Client.GetAsync("/api/cases/x", Token)).StatusCode);
        Assert.Contains("没有符合条件的作答", await room.TextAsync("/cases?lang=zh&q=不存在的词"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(JsonElement page) =>
        page.GetProperty("cases").EnumerateArray().Select(found => $"{found.GetProperty("model").GetString()} {found.GetProperty("question").GetString()}");
}
