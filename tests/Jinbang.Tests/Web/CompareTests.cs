using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Jinbang.Tests.Web;

public sealed class CompareTests(CompareRoom shared) : IClassFixture<CompareRoom>
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly WebRoom room = shared.Web;

    [Fact]
    public async Task The_site_says_of_two_models_what_the_command_line_says()
    {
        var site = (await room.Client.GetFromJsonAsync<JsonElement>("/api/compare?model=strong&model=weak", Token)).GetProperty("pairs")[0];
        using var line = JsonDocument.Parse((await room.Room.RunAsync("compare", "strong", "weak", "--json")).Output);

        foreach (var figure in new[] { "items", "difference", "exactP", "better", "worse" })
        {
            Assert.Equal(line.RootElement.GetProperty("pooled").GetProperty("paired").GetProperty(figure).GetDouble(), site.GetProperty("pooled").GetProperty("paired").GetProperty(figure).GetDouble(), 1e-9);
        }

        Assert.Equal(16.0 / 40, site.GetProperty("pooled").GetProperty("paired").GetProperty("difference").GetDouble(), 1e-6);
    }

    [Fact]
    public async Task Three_models_are_compared_in_pairs_over_what_each_pair_was_asked()
    {
        var all = await room.Client.GetFromJsonAsync<JsonElement>("/api/compare?model=strong&model=weak&model=only-first", Token);
        var pairs = all.GetProperty("pairs").EnumerateArray().ToDictionary(
            pair => (pair.GetProperty("first").GetString(), pair.GetProperty("second").GetString()), pair => pair.GetProperty("exams").GetArrayLength());

        Assert.Equal(3, pairs.Count);
        Assert.Equal((2, 1), (pairs[("strong", "weak")], pairs[("strong", "only-first")]));
        // On the second exam one of the three has no points.
        Assert.Equal(16, all.GetProperty("differing").GetArrayLength());
        Assert.All(all.GetProperty("differing").EnumerateArray(), item => Assert.Equal("first", item.GetProperty("exam").GetString()));
    }

    [Fact]
    public async Task Replies_stand_side_by_side_a_page_at_a_time_with_what_was_read_marked()
    {
        var address = $"/compare?model=strong&model={Uri.EscapeDataString(DetailRoom.Hostile)}&exam=first&lang=en";
        var page = await room.Client.GetStringAsync(address, Token);
        var many = await room.Client.GetStringAsync("/compare?model=strong&model=weak&lang=en", Token);

        Assert.Contains("Questions on which they differ (5)", page, StringComparison.Ordinal);
        Assert.Contains("<mark>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(2)", page, StringComparison.Ordinal);
        Assert.DoesNotContain(DetailRoom.HostileReply, page, StringComparison.Ordinal);
        Assert.Contains("1–10 of 32", many, StringComparison.Ordinal);
        Assert.Contains("page=2", many, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model=strong", HttpStatusCode.BadRequest)]
    [InlineData("model=strong&model=strong", HttpStatusCode.BadRequest)]
    [InlineData("model=strong&model=nobody", HttpStatusCode.NotFound)]
    public async Task It_takes_two_models_that_are_known(string query, HttpStatusCode expected)
    {
        using var answer = await room.Client.GetAsync("/api/compare?" + query, Token);
        Assert.Equal(expected, answer.StatusCode);
        using var page = await room.Client.GetAsync("/compare?" + query, Token);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }
}
