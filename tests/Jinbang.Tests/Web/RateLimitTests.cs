using System.Net;
using System.Text.RegularExpressions;
using Jinbang.Web.Access;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;

namespace Jinbang.Tests.Web;

public sealed partial class RateLimitTests : IAsyncLifetime
{
    private readonly PublicRoom room = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var files = room.Web.Room;
        files.Write("jinbang.yaml", "exams: [exam.csv]\n");
        files.Write("exam.csv", "id,question,A,B,answer\nq1,One?,a,b,A\nq2,Two?,a,b,A\n");
        await files.ImportAsync("exam.csv", "model,question_id,reply,prompt_tokens,completion_tokens,seconds\nswift,q1,A,10,20,1\nswift,q2,B,10,20,1\nslow,q1,A,10,20,9\nslow,q2,A,10,20,9\n");
        await room.ServeAsync();
        await BoardsRoom.SoonAsync(async () => (await room.Somebody().GetStringAsync("/api/boards", Token)).Contains("\"complete\":true", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Theory]
    [InlineData(null, "/boards/exam.svg")]
    [InlineData(Roles.Reader, "/api/cases?q=nothing")]
    public async Task Who_asks_for_much_work_without_end_must_wait_and_may_read_what_is_cheap_and_others_do_not_wait(string? role, string address)
    {
        var (flood, other) = (role is null ? room.Somebody() : await room.SignedInAsync(role), await room.SignedInAsync(Roles.Runner));
        var answers = await Task.WhenAll(Enumerable.Range(0, 350).Select(_ => flood.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, Token)));
        var refused = answers.Where(answer => answer.StatusCode is HttpStatusCode.TooManyRequests).ToList();

        Assert.NotEmpty(refused);
        Assert.All(refused, answer => Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60));
        Assert.True(answers.Length - refused.Count >= 200, "Fifty readers behind one address must be served.");
        Assert.All(answers.Except(refused), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [await StatusAsync(flood, "/boards"), await StatusAsync(other, address)]);
    }

    [Fact]
    public async Task Ten_strangers_behind_one_address_read_a_board_with_all_its_pictures()
    {
        var page = await room.Somebody().GetStringAsync("/boards/exam?lang=en", Token);
        var pictures = Source().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct().ToList();
        Assert.InRange(pictures.Count, 2, 19);
        foreach (var address in Enumerable.Repeat(pictures.Prepend("/boards/exam"), 10).SelectMany(all => all))
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(room.Somebody(), address));
        }
    }

    [Fact]
    public void What_takes_much_work_is_limited()
    {
        string[] expected =
        [
            "/api/boards/{name}", "/api/cases", "/api/compare", "/api/exams/{name}/items", "/api/exams/{name}/questions/{id}", "/api/runs/plan", "/api/select", "/api/select/{id}",
            "/boards/{Name}", "/boards/{name}.{ending}", "/cases", "/compare", "/exams/{Part}", "/exams/{Part}/questions/{Id}", "/runs/plan", "/select", "/select/{id}/report", "/select/{Id}/result",
        ];

        Assert.Equal(expected, room.Web.Site.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == RateLimits.Expensive)
            .Select(endpoint => Constraint().Replace("/" + endpoint.RoutePattern.RawText!.Trim('/'), "")).Distinct().Order(StringComparer.OrdinalIgnoreCase));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Token);
        return answer.StatusCode;
    }

    [GeneratedRegex("src(?:set)?=\"(/boards/[^\"]+)\"")]
    private static partial Regex Source();

    [GeneratedRegex(":regex\\(.*\\)")]
    private static partial Regex Constraint();
}
