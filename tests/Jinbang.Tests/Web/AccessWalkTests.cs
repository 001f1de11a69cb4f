using System.Net;
using System.Text;
using Jinbang.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Jinbang.Tests.Web;

/// <summary>Walks everything that the site answers as somebody who is not signed in.</summary>
public sealed class AccessWalkTests : IAsyncLifetime
{
    private const string Exam = "quiet-exam";
    private const string Word = "Verschlusssache";

    private readonly PublicRoom room = new();
    private HttpClient stranger = null!;

    public async ValueTask InitializeAsync()
    {
        var files = room.Web.Room;
        files.Write("jinbang.yaml", "exams: [open-exam.yaml, quiet.yaml]\nprivate: [quiet-*]\ntaxonomy: taxonomy.yaml\nmodels:\n- {name: own-model, endpoint: 'http://10.11.12.13/v1'}\n");
        files.Write("open-exam.yaml", Question("open-exam", "Open"));
        files.Write("quiet.yaml", Question(Exam, Word));
        foreach (var (file, exam) in new[] { ("open-exam.yaml", "Open"), ("quiet.yaml", Word) })
        {
            await files.ImportAsync(file, $"model,question_id,reply\nmodel-a,q1,B because {exam}\nmodel-a,q2,B\n");
        }

        files.Write("taxonomy.yaml", $"id: all\nname: {{zh: 总榜, en: All}}\nrule: mean\nparts:\n- id: part\n  name: {{zh: 分榜, en: Part}}\n  exams: [open-exam, {Exam}]\n");
        KeepKey("");
        await room.ServeAsync();
        stranger = room.Somebody();
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task Nothing_that_a_stranger_can_read_tells_of_a_private_exam()
    {
        await BoardsAsync(stranger);
        var told = new List<string>();
        var read = 0;
        foreach (var path in Readable().SelectMany(Paths).Distinct())
        {
            using var answer = await stranger.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            var body = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            read += answer.IsSuccessStatusCode ? 1 : 0;
            told.AddRange((int)answer.StatusCode >= 500 || IsTold(path, body) ? [$"{(int)answer.StatusCode} {path}"] : []);
        }

        Assert.Empty(told);
        Assert.True(read > 5, "The walk reached nothing.");
    }

    [Fact]
    public async Task Strangers_are_told_of_no_key_and_of_no_address_of_the_workspace_s_own()
    {
        var reader = await room.SignedInAsync(Roles.Reader);
        foreach (var path in new[] { "/models", "/api/models", "/api/models/deepseek-chat", "/models/deepseek-chat", "/api/models/own-model", "/models?key=1" })
        {
            var (before, told) = (await TextAsync(stranger, path), await TextAsync(reader, path));
            KeepKey("DEEPSEEK_API_KEY=sk-verschlossen\n");
            var (after, toldAfter) = (await TextAsync(stranger, path), await TextAsync(reader, path));
            KeepKey("");

            Assert.Equal(before, after);
            Assert.DoesNotContain("10.11.12.13", before, StringComparison.Ordinal);
            Assert.DoesNotContain("verschlossen", told + toldAfter, StringComparison.Ordinal);
            Assert.True(path.Contains("own-model", StringComparison.Ordinal) || told != toldAfter, path);
        }
    }

    [Fact]
    public async Task Who_is_signed_in_is_told_of_the_private_exam()
    {
        var reader = await room.SignedInAsync(Roles.Reader);

        Assert.Contains(Exam, await reader.GetStringAsync("/api/exams", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains(Word, await BoardsAsync(reader), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Roles.Reader)]
    public async Task Every_deed_is_refused_to_who_may_not_do_it(string? role)
    {
        var client = role is null ? stranger : await room.SignedInAsync(role);
        var done = new List<string>();
        var deeds = Acting(role is not null).ToList();
        foreach (var (endpoint, method) in deeds)
        {
            using var request = new HttpRequestMessage(new(method), Paths(endpoint).First()) { Content = Body(endpoint) };
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var isRefused = answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
            done.AddRange(isRefused ? [] : [$"{(int)answer.StatusCode} {method} {endpoint.RoutePattern.RawText}"]);
        }

        Assert.Empty(done);
    }

    private void KeepKey(string line)
    {
        var file = room.Web.Room.Write(".env", line);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private static async Task<string> TextAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The page of boards once all are made.</summary>
    private static async Task<string> BoardsAsync(HttpClient client)
    {
        while (true)
        {
            var page = await client.GetStringAsync("/boards", TestContext.Current.CancellationToken);
            if (!page.Contains("data-every", StringComparison.Ordinal))
            {
                return page;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    private IEnumerable<RouteEndpoint> All => room.Web.Site.Endpoints.OfType<RouteEndpoint>();

    private IEnumerable<RouteEndpoint> Readable() => All.Where(endpoint => Methods(endpoint).Contains("GET"));

    /// <summary>Signing in is what strangers may do, and signing out what everybody may do who is signed in.</summary>
    private IEnumerable<(RouteEndpoint Endpoint, string Method)> Acting(bool isSignedIn) =>
        from endpoint in All
        where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        where !(isSignedIn && endpoint.RoutePattern.RawText == "/sign-out")
        from method in Methods(endpoint).Except(["GET", "HEAD", "OPTIONS"])
        select (endpoint, method);

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    /// <summary>The endpoint's addresses with the exam's name in every place, and in the query too.</summary>
    private static IEnumerable<string> Paths(RouteEndpoint endpoint)
    {
        foreach (var value in new[] { Exam, "open-exam", "model-a", "1" })
        {
            var path = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => Text(part, value)))));
            yield return path;
            yield return $"{path}?exam={Exam}";
            yield return $"{path}?exam=open-exam&q=second&find=second";
        }
    }

    private static string Text(RoutePatternPart part, string value) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        _ => value,
    };

    /// <summary>What a stranger wrote into the address himself may come back to him.</summary>
    private static bool IsTold(string path, string body)
    {
        var foreign = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Word));
        return (!path.Contains(Word, StringComparison.Ordinal) && body.Contains(foreign, StringComparison.Ordinal))
            || (!path.Contains(Exam, StringComparison.Ordinal) && body.Contains(Exam, StringComparison.Ordinal));
    }

    private static HttpContent Body(RouteEndpoint endpoint)
    {
        var forms = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Where(type => type.Contains("form", StringComparison.Ordinal)).ToList() ?? [];
        return forms.Count == 0 ? new StringContent("{}", Encoding.UTF8, "application/json")
            : forms.Contains("application/x-www-form-urlencoded") ? new FormUrlEncodedContent([])
            : new MultipartFormDataContent { { new StringContent("question,answer"), "file", "test-set.csv" } };
    }

    private static string Question(string id, string word) => $$"""
        exam: {{id}}
        title: {{word}} title
        language: en
        questions:
          - id: q1
            kind: single
            stem: "{{word}} first?"
            options: {A: one, B: two}
            key: B
          - id: q2
            kind: single
            stem: "{{word}} second?"
            options: {A: one, B: two}
            key: A
        """;
}
