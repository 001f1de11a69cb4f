using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jinbang.Web.Access;

namespace Jinbang.Tests.Web;

public sealed class CaseAccessTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly PublicRoom room = new();

    public async ValueTask InitializeAsync()
    {
        room.Web.Room.Write("jinbang.yaml", "exams: [exam.csv]\n");
        room.Web.Room.Write("exam.csv", "id,Question,A,B,Answer\n1,One?,a,b,A\n");
        await room.Web.Room.ImportAsync("exam.csv", "model,question_id,reply\nswift,1,Answer: B\n");
        await room.ServeAsync();
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task Strangers_see_no_case_readers_mark_none_and_who_marks_signs_with_the_own_name()
    {
        var (runner, reader, stranger) = (await room.SignedInAsync(Roles.Runner), await room.SignedInAsync(Roles.Reader), room.Somebody());
        var key = await KeyAsync(runner);
        foreach (var path in new[] { "/cases", $"/cases/{key}", $"/cases/{key}/reply.txt", "/api/cases", $"/api/cases/{key}" })
        {
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(path, Token)).StatusCode);
            using var answer = await stranger.GetAsync(path, Token);
            Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.Forbidden, $"{path}: {answer.StatusCode}");
            Assert.DoesNotContain("Answer: B", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }

        Assert.True((await MarkAsync(stranger, key)).StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.Forbidden, (await MarkAsync(reader, key)).StatusCode);
        Assert.DoesNotContain("<form class=\"mark\"", await reader.GetStringAsync($"/cases/{key}", Token), StringComparison.Ordinal);

        using var kept = await MarkAsync(runner, key);
        var marks = JsonDocument.Parse(await kept.Content.ReadAsStringAsync(Token)).RootElement.GetProperty("marks");
        Assert.Equal("runner", Assert.Single(marks.EnumerateArray()).GetProperty("by").GetString());
    }

    private static Task<HttpResponseMessage> MarkAsync(HttpClient client, string key) =>
        client.PostAsJsonAsync($"/api/cases/{key}/mark", new { verdict = "right", reason = "it is so", by = "Somebody Else" }, Token);

    private static async Task<string> KeyAsync(HttpClient client)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            using var found = JsonDocument.Parse(await client.GetStringAsync("/api/cases", Token));
            if (found.RootElement.GetProperty("cases").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } hit)
            {
                return hit.GetProperty("key").GetString()!;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System, Token);
        }

        throw new InvalidOperationException("The reply is not found.");
    }
}
