using System.Net;
using System.Text;
using Jinbang.Web.Access;
using Microsoft.AspNetCore.Routing;

namespace Jinbang.Tests.Web;

/// <summary>Everything that acts, as everybody who may come.</summary>
public sealed class AccessDeedTests(AccessDeedTests.Room room) : IClassFixture<AccessDeedTests.Room>
{
    private const string Anybody = "anybody";
    private const string SignedIn = "signed in";

    // Each deed of the site with the lowest role that may do it. A new one fails the test until it stands here.
    private static readonly (string Deed, string Lowest)[] Deeds =
    [
        ("POST /api/ask", Roles.Runner), ("POST /api/cases/{key}/mark", Roles.Runner), ("POST /api/cluster/{id}/pause", Roles.Runner), ("POST /api/cluster/{id}/resume", Roles.Runner),
        ("POST /api/cluster/{id}/stop", Roles.Runner), ("POST /api/runs", Roles.Runner), ("POST /api/runs/plan", Roles.Runner),
        ("POST /api/runs/{id}/pause", Roles.Runner), ("POST /api/runs/{id}/resume", Roles.Runner), ("POST /api/runs/{id}/stop", Roles.Runner),
        ("POST /api/select", Roles.Runner), ("POST /api/sign-in", Anybody), ("POST /ask", Roles.Runner), ("POST /ask/stream", Roles.Runner),
        ("POST /cases/{key}/mark", Roles.Runner), ("POST /cluster/{id}/pause", Roles.Runner), ("POST /cluster/{id}/resume", Roles.Runner), ("POST /cluster/{id}/stop", Roles.Runner), ("POST /runs", Roles.Runner), ("POST /runs/{id}/pause", Roles.Runner), ("POST /runs/{id}/resume", Roles.Runner),
        ("POST /runs/{id}/stop", Roles.Runner), ("POST /select", Roles.Runner), ("POST /select/{id}/delete", Roles.Runner), ("POST /sign-in", Anybody), ("POST /sign-out", SignedIn),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_deed_of_the_site_stands_in_the_table()
    {
        var found = from endpoint in room.Public.Web.Site.Endpoints.OfType<RouteEndpoint>()
                    from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
                    where !CrossSiteGuard.IsReading(method)
                    select $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}";

        Assert.Equal(Deeds.Select(deed => deed.Deed), found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Anybody)]
    [InlineData(Roles.Reader)]
    [InlineData(Roles.Runner)]
    [InlineData(Roles.Admin)]
    public async Task Nobody_does_more_than_the_role_allows_and_everybody_as_much(string role)
    {
        string[] order = [Anybody, SignedIn, .. Roles.All];
        foreach (var (deed, lowest) in Deeds.Where(deed => deed.Deed is not ("POST /sign-out" or "POST /sign-in" or "POST /api/sign-in")))
        {
            using var answer = await SendAsync(role, deed);
            var isRefused = answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
            Assert.True(isRefused == Array.IndexOf(order, role) < Array.IndexOf(order, lowest), $"{role}: {deed} gave {answer.StatusCode}.");
            Assert.True((int)answer.StatusCode < 500, $"{role}: {deed} gave {answer.StatusCode}.");
        }
    }

    [Fact]
    public async Task No_form_is_taken_without_its_token_not_even_from_an_admin()
    {
        await NothingIsDoneAsync(Deeds.Where(deed => !deed.Deed.StartsWith("POST /api", StringComparison.Ordinal)), HttpStatusCode.BadRequest, _ => { });
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Nothing_is_done_that_another_site_s_page_asks_for(string header, string value)
    {
        await NothingIsDoneAsync(Deeds, HttpStatusCode.Forbidden, request => request.Headers.TryAddWithoutValidation(header, value));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/jsonp")]
    [InlineData("")]
    public async Task The_JSON_interface_takes_nothing_but_JSON(string type)
    {
        var deeds = Deeds.Where(deed => deed.Deed.StartsWith("POST /api", StringComparison.Ordinal) && (deed.Deed, type) is not ("POST /api/select", "application/x-www-form-urlencoded"));
        await NothingIsDoneAsync(deeds, HttpStatusCode.UnsupportedMediaType, request =>
        {
            request.Content = new ByteArrayContent("{}"u8.ToArray());
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type.Length > 0 ? type : null);
        });
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"name\":null,\"password\":null}")]
    [InlineData("{\"name\":\"admin\"}")]
    public async Task Who_gives_no_name_or_password_is_told_so(string body)
    {
        using var answer = await SendAsync(Anybody, "POST /api/sign-in", request => request.Content = new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task NothingIsDoneAsync(IEnumerable<(string Deed, string Lowest)> deeds, HttpStatusCode expected, Action<HttpRequestMessage> change)
    {
        var before = await room.RecordedAsync();
        foreach (var (deed, _) in deeds)
        {
            using var answer = await SendAsync(Roles.Admin, deed, change);
            Assert.True(answer.StatusCode == expected, $"{deed} gave {answer.StatusCode}.");
        }

        Assert.Equal(before, await room.RecordedAsync());
    }

    private async Task<HttpResponseMessage> SendAsync(string role, string deed, Action<HttpRequestMessage>? change = null)
    {
        var path = deed.Split(' ')[1].Replace("{id}", "1", StringComparison.Ordinal).Replace("{key}", "1", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = path.StartsWith("/api", StringComparison.Ordinal) && path != "/api/select" ? new StringContent("{}", Encoding.UTF8, "application/json")
                : path.EndsWith("/select", StringComparison.Ordinal) ? new MultipartFormDataContent { { new StringContent("question"), "file", "test-set.exe" } }
                : new FormUrlEncodedContent([KeyValuePair.Create("verdict", "right")]),
        };
        change?.Invoke(request);
        return await room.Clients[role].SendAsync(request, Token);
    }

    /// <summary>A public site with somebody of each role.</summary>
    public sealed class Room : IAsyncLifetime
    {
        internal PublicRoom Public { get; } = new();

        internal Dictionary<string, HttpClient> Clients { get; } = [];

        public async ValueTask InitializeAsync()
        {
            await Public.ServeAsync();
            Clients[Anybody] = Public.Somebody();
            foreach (var role in Roles.All)
            {
                Clients[role] = await Public.SignedInAsync(role);
            }
        }

        public ValueTask DisposeAsync() => Public.DisposeAsync();

        internal async Task<int> RecordedAsync() => (await File.ReadAllLinesAsync(Public.Web.Room.Path(".jinbang/audit.jsonl"), Token)).Length;
    }
}
