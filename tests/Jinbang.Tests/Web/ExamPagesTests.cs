using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jinbang.Web.Access;

namespace Jinbang.Tests.Web;

public sealed class ExamPagesTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_exam_tells_of_each_question_how_hard_it_is_and_whether_its_key_is_suspect()
    {
        await using var room = new WebRoom();
        await DetailRoom.FillAsync(room);
        await room.ServeAsync();

        var report = await room.Client.GetFromJsonAsync<JsonElement>("/api/exams/first/items?sort=file", Token);
        var items = report.GetProperty("items").EnumerateArray().ToList();
        var suspect = await room.Client.GetFromJsonAsync<JsonElement>("/api/exams/first/items?flag=suspect-key", Token);
        var odd = await room.Client.GetFromJsonAsync<JsonElement>("/api/exams/first/items?stratum=odd", Token);

        Assert.Equal((DetailRoom.Questions, 8), (items.Count, report.GetProperty("models").GetInt32()));
        Assert.Equal(1, items[0].GetProperty("difficulty").GetDouble());
        Assert.Equal(5.0 / 8, items[25].GetProperty("difficulty").GetDouble(), 1e-6);
        Assert.Contains("KR-20", report.GetProperty("notes").ToString(), StringComparison.Ordinal);
        Assert.Equal("B", suspect.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("question").GetString() == "q40").GetProperty("rival").GetString());
        Assert.DoesNotContain(suspect.GetProperty("items").EnumerateArray(), item => item.GetProperty("question").GetString() == "q1");
        Assert.Equal(DetailRoom.Questions / 2, odd.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_question_shows_who_got_what()
    {
        await using var room = new WebRoom();
        await DetailRoom.FillAsync(room);
        await room.ServeAsync();

        var answers = (await room.Client.GetFromJsonAsync<JsonElement>("/api/exams/first/questions/q40", Token)).GetProperty("answers").EnumerateArray()
            .ToDictionary(answer => answer.GetProperty("model").GetString()!, answer => (answer.GetProperty("answer").GetString(), answer.GetProperty("verdict").GetString()));
        var page = await room.Client.GetStringAsync("/exams/first/questions/q1?lang=zh", Token);

        Assert.Equal(8, answers.Count);
        Assert.Equal(("B", "wrong"), answers["strong"]);
        Assert.Equal(("C", "wrong"), answers["weak"]);
        Assert.Contains("&lt;b onclick=alert(3)&gt;这道题&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("被选 8 次", page, StringComparison.Ordinal);
        using var missing = await room.Client.GetAsync("/exams/first/questions/q41", Token);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Questions_and_keys_are_for_who_is_signed_in_and_private_exams_are_not_even_known_to_others()
    {
        await using var room = new PublicRoom();
        await DetailRoom.FillAsync(room.Web, "exams: [first.csv, second.csv]\nprivate: [second]\n");
        await room.ServeAsync();
        var (stranger, reader) = (room.Somebody(), await room.SignedInAsync(Roles.Reader));

        var seen = await stranger.GetStringAsync("/exams/first", Token) + await stranger.GetStringAsync("/api/exams/first/items", Token);
        Assert.Contains("q40", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Which is the", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("rival", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("/exams/second", await stranger.GetStringAsync("/exams", Token), StringComparison.Ordinal);
        Assert.DoesNotContain("\"exam\":\"second\"", await stranger.GetStringAsync("/api/models/strong", Token), StringComparison.Ordinal);
        foreach (var path in new[] { "/exams/second", "/api/exams/second/items" })
        {
            using var hidden = await stranger.GetAsync(path, Token);
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        }

        foreach (var path in new[] { "/exams/first/questions/q2", "/api/exams/first/questions/q2", "/ask" })
        {
            using var closed = await stranger.GetAsync(path, Token);
            Assert.False(closed.IsSuccessStatusCode, path);
        }

        Assert.Contains("Which is the", await reader.GetStringAsync("/exams/second/questions/q2", Token), StringComparison.Ordinal);
    }
}
