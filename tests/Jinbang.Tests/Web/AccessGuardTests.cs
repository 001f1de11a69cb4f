using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Jinbang.Web.Access;

namespace Jinbang.Tests.Web;

/// <summary>Attacks by other sites, by large and strange requests.</summary>
public sealed class AccessGuardTests : IAsyncDisposable
{
    private readonly PublicRoom room = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task A_site_of_this_machine_answers_to_its_names_and_to_no_other()
    {
        await room.Web.ServeAsync();
        foreach (var host in new[] { $"localhost:{Port}", $"LOCALHOST:{Port}", $"127.0.0.1:{Port}", $"[::1]:{Port}" })
        {
            Assert.Equal((host, HttpStatusCode.OK), (host, (await AskAsync(host)).Status));
        }

        foreach (var host in new[] { "evil.example", $"evil.example:{Port}", $"localhost.evil.example:{Port}", "127.0.0.1:1", "localhost" })
        {
            var (status, body) = await AskAsync(host);
            Assert.Equal((host, HttpStatusCode.BadRequest), (host, status));
            Assert.DoesNotContain("General science", body, StringComparison.Ordinal);
        }

        async Task<(HttpStatusCode Status, string Body)> AskAsync(string host)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/boards");
            request.Headers.Host = host;
            using var answer = await room.Web.Client.SendAsync(request, Token);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Token));
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Another_site_s_page_does_nothing_in_a_reader_s_name(string header, string value)
    {
        await room.ServeAsync();
        var admin = await room.SignedInAsync(Roles.Admin);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sign-in") { Content = Json() };
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await admin.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task The_JSON_interface_takes_no_body_that_a_foreign_form_could_send(string type)
    {
        await room.ServeAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}"));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await room.Somebody().PostAsync("/api/sign-in", content, Token);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Every_answer_tells_browsers_what_to_refuse()
    {
        await room.ServeAsync();
        foreach (var path in new[] { "/boards", "/nothing", "/api/nothing", "/assets/site.js", "/sign-in" })
        {
            using var answer = await room.Somebody().GetAsync(path, Token);
            var headers = answer.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);

            Assert.Contains("frame-ancestors 'none'", headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Equal(("nosniff", "same-origin", "same-origin"), (headers["X-Content-Type-Options"], headers["Referrer-Policy"], headers["Cross-Origin-Opener-Policy"]));
            Assert.StartsWith("max-age=", headers["Strict-Transport-Security"], StringComparison.Ordinal);
            Assert.False(headers.ContainsKey("Server"));
        }
    }

    [Fact]
    public async Task A_body_larger_than_any_form_is_refused_unread()
    {
        await room.ServeAsync();
        using var content = new StringContent($$"""{"name":"{{new string('x', 2 << 20)}}","password":""}""", Encoding.UTF8, "application/json");
        using var answer = await room.Somebody().PostAsync("/api/sign-in", content, Token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task No_path_leads_to_a_file_of_the_workspace()
    {
        room.Write(Roles.All);
        await room.Web.ServeAsync();
        string[] paths = ["/..%2f..%2fetc%2fpasswd", "/assets/..%2fusers.yaml", "/assets/%2e%2e/.jinbang/users.yaml", "/.jinbang/users.yaml", "/api/../.jinbang/ledger.db"];
        foreach (var answer in await Task.WhenAll(paths.Select(AskPlainlyAsync)))
        {
            Assert.StartsWith("HTTP/1.1 404", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("password:", answer, StringComparison.Ordinal);
        }
    }

    /// <summary>Asks for a path as it is, which a client would tidy up.</summary>
    private async Task<string> AskPlainlyAsync(string path)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(room.Web.Address).Port, Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost:{Port}\r\nConnection: close\r\n\r\n"), Token);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Token);
    }

    [Theory]
    [InlineData("zh", "页面不存在")]
    [InlineData("en", "Nothing here")]
    public async Task What_is_not_there_is_said_in_the_reader_s_language(string language, string said)
    {
        await room.ServeAsync();
        var client = room.Somebody();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var page = await client.GetAsync("/nothing", Token);
        using var problem = await client.GetAsync("/api/nothing", Token);
        var told = JsonDocument.Parse(await problem.Content.ReadAsStringAsync(Token)).RootElement;

        Assert.Contains(said, WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Token)), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (page.StatusCode, problem.StatusCode));
        Assert.Equal((404, said), (told.GetProperty("status").GetInt32(), told.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task An_exam_that_broke_is_told_as_a_page_and_as_a_problem()
    {
        room.Web.Room.Write("jinbang.yaml", "exams: [broken.jsonl]\n");
        room.Web.Room.Write("broken.jsonl", """{"id": "q1", "question": "Which?", "options": {"A": "this", "B": "that"}, "answer": "A"}""");
        await room.ServeAsync();
        await room.Somebody().GetStringAsync("/api/exams", Token);
        room.Web.Room.Write("broken.jsonl", "nothing that could be asked");
        using var page = await room.Somebody().GetAsync("/exams/broken", Token);
        using var problem = await room.Somebody().GetAsync("/api/exams/broken/items", Token);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (page.StatusCode, problem.StatusCode));
        Assert.Contains("broken.jsonl", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal("application/problem+json", problem.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Who_asks_without_end_is_told_when_to_ask_again_and_others_are_served()
    {
        await room.ServeAsync();
        var (flood, reader) = (room.Somebody(), await room.SignedInAsync(Roles.Reader));
        var answers = await Task.WhenAll(Enumerable.Range(0, 900).Select(_ => flood.GetAsync("/nothing", Token)));
        using var other = await reader.GetAsync("/nothing", Token);
        var refused = answers.Where(answer => answer.StatusCode is HttpStatusCode.TooManyRequests).ToList();

        Assert.NotEmpty(refused);
        Assert.All(refused, answer => Assert.NotNull(answer.Headers.RetryAfter));
        Assert.True(answers.Length - refused.Count >= 500, "Fifty readers behind one address must be served.");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task A_public_site_over_plain_HTTP_or_a_local_one_at_a_public_address_does_not_open()
    {
        await Assert.ThrowsAsync<BadInputException>(() => room.Web.ServeAsync(options => options with { IsPublic = true }));
        await Assert.ThrowsAsync<BadInputException>(() => room.Web.ServeAsync(options => options with { Address = IPAddress.Any }));
    }

    [Fact]
    public async Task Behind_a_proxy_the_reader_s_address_is_recorded_and_a_session_needs_HTTPS()
    {
        room.Write(Roles.All);
        await room.Web.ServeAsync(options => options with { IsPublic = true, IsBehindProxy = true });
        using var client = new HttpClient { BaseAddress = new Uri(room.Web.Address) };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var answer = await PublicRoom.TryAsync(client, Roles.Reader, PublicRoom.Password);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Contains("secure", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("198.51.100.7", await File.ReadAllTextAsync(room.Web.Room.Path(".jinbang/audit.jsonl"), Token), StringComparison.Ordinal);
    }

    private string Port => new Uri(room.Web.Address).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static StringContent Json() => new("""{"name":"reader","password":"x"}""", Encoding.UTF8, "application/json");
}
