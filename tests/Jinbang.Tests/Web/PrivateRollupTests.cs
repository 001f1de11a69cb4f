using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jinbang.Web.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Jinbang.Tests.Web;

/// <summary>What a stranger gets where an exam is private is to the byte what he gets where there is no such exam.</summary>
public sealed partial class PrivateRollupTests : IAsyncLifetime
{
    private const int Questions = 10;
    private const string Exam = "quiet";

    private static readonly string[] Names = ["open-one", "open-two", Exam, "All", "Part", "alpha", "gamma", "q1"];

    private static readonly string[] Anywhere = ["", "?lang=zh", "?q=gamma", $"?exam={Exam}"];

    private static readonly string[] OfBoards =
    [
        "", "?lang=zh", $"?w.{Exam}=0&w.open-one=2", "?w.open-one=0", $"?w.{Exam}=9", "?find=gamma", "?sort=accuracy&order=reversed", "?picture=fields", "?picture=radar", "?where=accuracy+%3e+60%25",
    ];

    private static readonly string[] OfComparisons = ["", "?model=alpha&model=beta", "?model=alpha&model=gamma", $"?model=alpha&model=beta&exam={Exam}", "?model=alpha&model=beta&exam=open-one"];

    private readonly PublicRoom guarded = new();
    private readonly PublicRoom without = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await FillAsync(guarded, "private: [quiet*]\n", Exam);
        await FillAsync(without, "");
    }

    public async ValueTask DisposeAsync()
    {
        await guarded.DisposeAsync();
        await without.DisposeAsync();
    }

    [Fact]
    public async Task A_stranger_s_roll_ups_models_comparisons_and_searches_are_made_without_the_private_exam()
    {
        var (stranger, other) = (guarded.Somebody(), without.Somebody());
        var told = new List<string>();
        var (read, walked) = (0, guarded.Web.Site.Endpoints.OfType<RouteEndpoint>().Where(IsRead).SelectMany(Paths).Distinct().ToList());
        foreach (var path in walked)
        {
            var (answer, expected) = (await AnswerAsync(stranger, path), await AnswerAsync(other, path));
            read += answer.StartsWith("200", StringComparison.Ordinal) ? 1 : 0;
            told.AddRange(answer == expected ? [] : [$"{path}\n{Difference(answer, expected)}"]);
        }

        Assert.Empty(told);
        Assert.True(read > 100, $"The walk read {read} answers only.");
    }

    [Fact]
    public async Task Who_is_signed_in_has_the_roll_up_with_it_so_that_there_is_something_to_guard()
    {
        var (stranger, reader) = (guarded.Somebody(), await guarded.SignedInAsync(Roles.Reader));
        var (open, whole) = (await BoardAsync(stranger), await BoardAsync(reader));

        Assert.Equal(["alpha", "beta"], open.Select(row => row.Model));
        Assert.Equal(["alpha", "beta", "gamma"], whole.Select(row => row.Model).Order(StringComparer.Ordinal));
        Assert.NotEqual(open.Single(row => row.Model == "alpha").Accuracy, whole.Single(row => row.Model == "alpha").Accuracy);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/models/gamma", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/models/gamma", Token)).StatusCode);
    }

    private static async Task FillAsync(PublicRoom room, string more, params string[] guardedExams)
    {
        string[] exams = ["open-one", "open-two", .. guardedExams];
        room.Web.Room.Write("jinbang.yaml", $"exams: [{string.Join(", ", exams.Select(exam => exam + ".jsonl"))}]\ntaxonomy: taxonomy.yaml\n{more}");
        room.Web.Room.Write("taxonomy.yaml", $"id: all\nname: {{zh: 总榜, en: All}}\nrule: mean\nparts:\n- id: part\n  name: {{zh: 分榜, en: Part}}\n  exams: [open-one, {Exam}]\nexams: [open-two]\n");
        foreach (var exam in exams)
        {
            room.Web.Room.Write(exam + ".jsonl", string.Concat(Enumerable.Range(1, Questions).Select(number =>
                $$"""{"id": "q{{number}}", "question": "Which letter? ({{exam}} {{number}})", "options": {"A": "this", "B": "that"}, "answer": "A"}""" + "\n")));
            await room.Web.Room.ImportAsync(exam + ".jsonl", exam == Exam ? BoardsRoom.Log(("alpha", 0), ("beta", 9), ("gamma", 10)) : BoardsRoom.Log(("alpha", 8), ("beta", 5)));
        }

        // The program keeps the grades, or the site would, and boards would be out of date for a moment.
        foreach (var exam in exams)
        {
            Assert.Equal(0, (await room.Web.Room.RunAsync("board", room.Web.Room.Path(exam + ".jsonl"))).Code);
        }

        // Each request is from an address of its own, or limits would make it wait.
        var clock = new WallClock();
        await room.ServeAsync(options => options with { IsBehindProxy = true }, clock);
        await BoardsRoom.SoonAsync(async () =>
        {
            // Boards rest between being made.
            clock.Go(TimeSpan.FromSeconds(10));
            return (await room.Somebody().GetStringAsync("/api/boards", Token)).Contains("\"complete\":true", StringComparison.Ordinal);
        });
    }

    private static async Task<IReadOnlyList<(string Model, double? Accuracy)>> BoardAsync(HttpClient client)
    {
        using var board = JsonDocument.Parse(await client.GetStringAsync("/api/boards/All", Token));
        return [.. board.RootElement.GetProperty("rows").EnumerateArray().Select(row => (row.GetProperty("model").GetString()!, row.GetProperty("accuracy") is { ValueKind: JsonValueKind.Number } known ? known.GetDouble() : (double?)null))];
    }

    private static bool IsRead(RouteEndpoint endpoint) => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Contains("GET")
        && !endpoint.RoutePattern.RawText!.Contains("assets", StringComparison.Ordinal);

    private static IEnumerable<string> Paths(RouteEndpoint endpoint)
    {
        var pattern = endpoint.RoutePattern.RawText!;
        var isFile = pattern.Contains("{ending", StringComparison.Ordinal);
        var queries = pattern.Contains("boards/", StringComparison.Ordinal) ? OfBoards : pattern.Contains("compare", StringComparison.Ordinal) ? OfComparisons : Anywhere;
        foreach (var name in endpoint.RoutePattern.Parameters.Count > 0 ? Names : [""])
        {
            foreach (var ending in isFile ? new[] { "md", "csv", "json", "xlsx", "svg" } : [""])
            {
                var path = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => Text(part, name, ending)))));
                foreach (var query in queries)
                {
                    yield return path + query;
                }
            }
        }
    }

    private static string Text(RoutePatternPart part, string name, string ending) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { Name: "ending" } => ending,
        _ => name,
    };

    private static async Task<string> AnswerAsync(HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Forwarded-For", $"198.51.{path.Length % 256}.{path.Sum(letter => letter) % 256}" }, { "X-Forwarded-Proto", "https" } } };
        using var answer = await client.SendAsync(request, Token);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, answer.StatusCode);
        return $"{(int)answer.StatusCode} {Forgery().Replace(Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(Token)), "")}";
    }

    private static string Difference(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{one[Math.Max(0, at - 60)..Math.Min(one.Length, at + 120)]}\n  -- but --\n{other[Math.Max(0, at - 60)..Math.Min(other.Length, at + 120)]}";
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"[^\"]+\"|\"traceId\":\"[^\"]+\"|2026-01-01[T ][0-9:.]+")]
    private static partial Regex Forgery();
}
