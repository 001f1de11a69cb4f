using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Jinbang.Tests.Web;

/// <summary>Addresses, forms and JSON made to lead out of the workspace or to make the server fail, at everything that the site answers.</summary>
public sealed class HostileAddressTests : IAsyncLifetime
{
    private const string Secret = "nur-fuer-den-wirt";

    private static readonly string[] Ways =
    [
        "..%2f..%2fjinbang.yaml", "%2e%2e%2fjinbang.yaml", "..%252f..%252fjinbang.yaml", "..%5c..%5cjinbang.yaml", "....//....//jinbang.yaml", "%2fetc%2fpasswd",
        "%00", "exam%00.yaml", "%c0%ae%c0%ae%2fjinbang.yaml", "%ff%fe", "exam%0d%0aX-Evil:%201", "..;%2fjinbang.yaml", "exam.yaml", "%e2%80%ae", "%f0%9f%8f%85",
    ];

    private static readonly string[] Values =
    [
        "NaN", "-Infinity", "%e2%88%9e", "-1", "1e999", "99999999999999999999", "0.0000000000000000000000000001", "79228162514264337593543950335", "%00", "%ff", "%22*%20OR%20NEAR(%22",
        "((((((((((", "%27%3b%20DROP%20TABLE%20attempts--", "%0d%0aX-Evil:%201", "%3cscript%3e", "//evil.example", "/%e7%89%a9%e7%90%86", "%5c%5cevil.example", new('a', 3000), new('(', 3000), string.Concat(Enumerable.Repeat("*a", 1500)),
    ];

    // What pages read of their address themselves.
    private static readonly string[] Words =
    [
        "find", "house", "open", "thinks", "new", "price", "max-price", "size", "where", "sort", "order", "hide", "w.exam", "q", "in", "exam", "model", "verdict", "before", "after", "marked", "budget", "repeats", "limit", "back", "lang",
    ];

    private static readonly string[] Bodies =
    [
        "", "null", "{}", "[]", "\"x\"", "{", "{\"name\":null,\"password\":null}", "{\"name\":\"\\ud800\",\"password\":\"x\"}", "{\"models\":null,\"prompt\":null}", "{\"models\":[null],\"prompt\":\"x\"}",
        "{\"models\":[\"random-baseline\"],\"prompt\":\"\\ud800\",\"cap\":79228162514264337593543950335,\"maxTokens\":65536}", "{\"exams\":null,\"models\":null,\"budget\":1}",
        "{\"exams\":[null],\"models\":[null],\"budget\":79228162514264337593543950335}", "{\"exams\":[\"exam\"],\"models\":[\"random-baseline\"],\"budget\":1,\"judges\":[null],\"repeats\":2147483647,\"limit\":-2147483648}",
        "{\"exams\":[\"exam\"],\"models\":[\"random-baseline\"],\"budget\":1e400}", "{\"order\":null,\"plan\":null}", "{\"order\":{\"exams\":[null],\"models\":[null],\"budget\":1},\"plan\":\"x\"}",
        "{\"verdict\":\"partial\",\"points\":\"NaN\",\"reason\":\"x\"}", "{\"verdict\":null}", $"{{\"models\":{new string('[', 500)}{new string(']', 500)}}}",
    ];

    private readonly WebRoom room = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        room.Room.Write("jinbang.yaml", $"# {Secret}\nexams: [exam.yaml]\n");
        room.Room.Write("exam.yaml", $"# {Secret}\nexam: exam\nlanguage: en\nquestions:\n- {{id: q1, kind: single, stem: One?, options: {{A: one, B: two}}, key: A}}\n");
        await room.Room.ImportAsync("exam.yaml", "model,question_id,reply\nswift,q1,A\nslow,q1,B\n");
        await room.ServeAsync();
        await BoardsRoom.SoonAsync(async () => (await room.Client.GetStringAsync("/api/boards", Token)).Contains("\"complete\":true", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task No_name_in_an_address_leads_to_a_file_or_makes_the_server_fail()
    {
        var paths = Reading().Where(endpoint => endpoint.RoutePattern.Parameters.Count > 0)
            .SelectMany(endpoint => Ways.Append(new string('a', 12_000)).SelectMany(way => new[] { Path(endpoint, way), Path(endpoint, way) + "?lang=zh" }));
        await AllAreHarmlessAsync(paths);
    }

    [Fact]
    public async Task No_word_of_a_query_makes_the_server_fail()
    {
        var paths = Reading().SelectMany(endpoint => Names(endpoint).SelectMany(name => Values.Where((_, at) => at % 7 == name.Length % 7).Select(value => $"{Path(endpoint, "exam")}?{name}={value}"))
            .Concat(Values.Select(value => Path(endpoint, "swift") + "?" + string.Join('&', Names(endpoint).Where(name => name.Length * value.Length < 400).Select(name => $"{name}={value}")))));
        await AllAreHarmlessAsync(paths);
    }

    [Fact]
    public async Task No_JSON_makes_the_server_fail()
    {
        var failed = new List<string>();
        foreach (var endpoint in Acting().Where(endpoint => Path(endpoint, "1").StartsWith("/api/", StringComparison.Ordinal)))
        {
            foreach (var body in Bodies)
            {
                using var content = new StringContent(body, Encoding.UTF8, "application/json");
                using var answer = await room.Client.PostAsync(Path(endpoint, "1"), content, Token);
                failed.AddRange((int)answer.StatusCode >= 500 ? [$"{Path(endpoint, "1")} {body}"] : []);
            }
        }

        Assert.Empty(failed);
    }

    [Fact]
    public async Task No_field_of_a_form_makes_the_server_fail_or_leads_to_another_site()
    {
        var failed = new List<string>();
        string[] fields = ["exam", "model", "budget", "repeats", "limit", "plan", "prompt", "system", "tokens", "cap", "verdict", "points", "reason", "by", "back", "step", "name", "password"];
        using var quiet = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(room.Address) };
        foreach (var endpoint in Acting().Where(endpoint => !Path(endpoint, "1").StartsWith("/api/", StringComparison.Ordinal)))
        {
            foreach (var value in Values.Select(Uri.UnescapeDataString))
            {
                using var form = await PublicRoom.FormAsync(quiet, "/select", fields.Select(field => (field, value)));
                using var answer = await quiet.PostAsync(Path(endpoint, "1"), form, Token);
                var isAway = answer.Headers.Location is { } to && (to.IsAbsoluteUri || to.OriginalString.StartsWith("//", StringComparison.Ordinal));
                failed.AddRange((int)answer.StatusCode >= 500 || isAway ? [$"{answer.StatusCode} {Path(endpoint, "1")} {value} {answer.Headers.Location}"] : []);
            }
        }

        Assert.Empty(failed);
    }

    private async Task AllAreHarmlessAsync(IEnumerable<string> paths)
    {
        var (failed, answered) = (new List<string>(), 0);
        using var quiet = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        foreach (var path in paths.Distinct())
        {
            using var answer = await quiet.GetAsync(new Uri(room.Address + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }), Token);
            var body = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(Token));
            answered++;
            var isBad = (int)answer.StatusCode >= 500 || body.Contains(Secret, StringComparison.Ordinal) || body.Contains("root:x:", StringComparison.Ordinal)
                || answer.Headers.Contains("X-Evil") || answer.Headers.Location?.OriginalString.StartsWith("//", StringComparison.Ordinal) == true;
            failed.AddRange(isBad ? [$"{(int)answer.StatusCode} {path[..Math.Min(path.Length, 200)]}"] : []);
        }

        Assert.Empty(failed);
        Assert.True(answered > 200, $"{answered} addresses only.");
    }

    private IEnumerable<RouteEndpoint> Reading() => All("GET").Where(endpoint => !endpoint.RoutePattern.RawText!.Contains("assets", StringComparison.Ordinal));

    private IEnumerable<RouteEndpoint> Acting() => All("POST");

    private IEnumerable<RouteEndpoint> All(string method) => room.Site.Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Contains(method));

    private static string Path(RouteEndpoint endpoint, string value) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { Name: "ending" } => "csv",
        _ => value,
    }))));

    private static IEnumerable<string> Names(RouteEndpoint endpoint)
    {
        var ofPage = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(property => (property.Name, Query: property.GetCustomAttribute<SupplyParameterFromQueryAttribute>())).Where(found => found.Query is not null)
            .Select(found => found.Query!.Name ?? found.Name.ToLowerInvariant()) ?? [];
        return ofPage.Concat(endpoint.Metadata.OfType<IParameterBindingMetadata>().Select(parameter => parameter.Name)).Concat(Words).Distinct(StringComparer.OrdinalIgnoreCase);
    }
}
