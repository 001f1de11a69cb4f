using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Jinbang.Tests.Web;

public sealed class MarkWhileRunningTests
{
    private const int Questions = 60;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mark_given_on_the_page_while_the_same_is_being_asked_holds_and_no_answer_is_lost()
    {
        await using var room = await RunRoom.OpenAsync(Questions, "150ms", 2);
        await room.ServeAsync();
        var run = await room.StartAsync("first", "sim-strong");
        await room.UntilAsync(run, look => RunRoom.Asked(look) >= 6);
        var key = await FirstAsync(room);

        using (var marked = await SendAsync(room, key, ("verdict", "wrong"), ("reason", "the key is wrong"), ("by", "Wang")))
        {
            Assert.Contains("said=marked", marked.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
        }

        var during = await room.LookAsync(run);
        Assert.True(during.GetProperty("isAtWork").GetBoolean() && RunRoom.Asked(during) < Questions, "The run had ended before the mark was given.");
        var end = await room.UntilRestAsync(run, "Finished");
        Assert.Equal(Questions, end.GetProperty("view").GetProperty("models")[0].GetProperty("graded").GetInt32());
        Assert.Equal((Questions, 0L, 0L), (room.Server.Stats.Paid, room.Server.Stats.Repeated, room.Server.Stats.Abandoned));

        var read = await room.Client.GetFromJsonAsync<JsonElement>($"/api/cases/{key}", Token);
        Assert.Equal(("wrong", "right"), (read.GetProperty("grade").GetProperty("verdict").GetString(), read.GetProperty("withoutMark").GetProperty("verdict").GetString()));
        Assert.Equal("Wang", Assert.Single(read.GetProperty("marks").EnumerateArray()).GetProperty("by").GetString());
        var right = await RightAsync(room);
        await BoardHasAsync(room, right);
        using (var withdrawn = await SendAsync(room, key, ("withdraw", "yes"), ("reason", "it was right"), ("by", "Wang")))
        {
            Assert.Contains("said=withdrawn", withdrawn.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
        }

        Assert.Equal(right + 1, await RightAsync(room));
        await BoardHasAsync(room, right + 1);
    }

    /// <summary>The key of a right reply that the index has.</summary>
    private static async Task<string> FirstAsync(RunRoom room)
    {
        string? key = null;
        await BoardsRoom.SoonAsync(async () =>
        {
            var found = await room.Client.GetFromJsonAsync<JsonElement>("/api/cases?verdict=right&exam=first", Token);
            key = found.GetProperty("cases").EnumerateArray().Select(one => one.GetProperty("key").GetString()).FirstOrDefault();
            return key is not null;
        });
        return key!;
    }

    /// <summary>How many replies count as right.</summary>
    private static async Task<int> RightAsync(RunRoom room)
    {
        var found = default(JsonElement);
        await BoardsRoom.SoonAsync(async () =>
        {
            found = await room.Client.GetFromJsonAsync<JsonElement>("/api/cases?verdict=all&exam=first&most=100", Token);
            return found.GetProperty("cases").GetArrayLength() == Questions;
        });
        return found.GetProperty("cases").EnumerateArray().Count(one => one.GetProperty("verdict").GetString() == "right");
    }

    private static Task BoardHasAsync(RunRoom room, int right) => BoardsRoom.SoonAsync(async () =>
    {
        var board = await room.Client.GetFromJsonAsync<JsonElement>("/api/boards/first", Token);
        return board.GetProperty("rows").EnumerateArray().Any(row => Math.Abs(row.GetProperty("accuracy").GetDouble() - ((double)right / Questions)) < 1e-9);
    });

    private static async Task<HttpResponseMessage> SendAsync(RunRoom room, string key, params (string Name, string Value)[] fields)
    {
        using var form = await PublicRoom.FormAsync(room.Client, $"/cases/{key}", fields);
        var answer = await room.Client.PostAsync($"/cases/{key}/mark", form, Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer;
    }
}
