using System.Net;
using System.Text.Json;

namespace Jinbang.Tests.Web;

public sealed class FollowedWorkspaceTests : IAsyncDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly WebRoom web = new();

    public FollowedWorkspaceTests() => Write("one");

    public ValueTask DisposeAsync() => web.DisposeAsync();

    [Fact]
    public async Task Exams_that_are_added_renamed_and_taken_away_are_served_so_without_a_restart()
    {
        await web.Room.ImportAsync("one.jsonl", BoardsRoom.Log(("best", 10)));
        await ServeAsync("exams: [one.jsonl]");
        Assert.Equal(["one"], await ExamsAsync());

        Write("two");
        web.Room.Write("jinbang.yaml", "exams: [one.jsonl, two.jsonl]");
        await BoardsRoom.SoonAsync(async () => (await ExamsAsync()) is ["one", "two"]);
        Assert.Contains("two", await web.Client.GetStringAsync("/boards/two", Token), StringComparison.Ordinal);

        File.Move(web.Room.Path("two.jsonl"), web.Room.Path("three.jsonl"));
        web.Room.Write("jinbang.yaml", "exams: [three.jsonl]");
        await BoardsRoom.SoonAsync(async () => (await ExamsAsync()) is ["three"]);
        await BoardsRoom.SoonAsync(async () => (await BoardsAsync()) is ["three"]);
        using var gone = await web.Client.GetAsync("/exams/one", Token);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_leaves_all_as_it_was_and_is_told_of_until_it_is_mended()
    {
        await ServeAsync("exams: [one.jsonl]");

        web.Room.Write("jinbang.yaml", "exams: [one.jsonl]\nexmas: [two.jsonl]\n");
        await NoticeAsync("exmas");
        Assert.Contains("What jinbang.yaml said before still counts.", await web.Client.GetStringAsync("/boards", Token), StringComparison.Ordinal);
        Assert.Equal(["one"], await ExamsAsync());

        File.Delete(web.Room.Path("jinbang.yaml"));
        await NoticeAsync("jinbang.yaml is gone.");
        Assert.Equal(["one"], await ExamsAsync());

        web.Room.Write("jinbang.yaml", "exams: [one.jsonl]");
        await BoardsRoom.SoonAsync(async () => !(await web.Client.GetStringAsync("/boards", Token)).Contains("still counts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_faulty_exam_hinders_no_other_and_is_served_once_it_is_mended()
    {
        web.Room.Write("two.jsonl", """{"id": "q1", "question": "Which?", "options": {"A": "this", "B": "that"}, "answer": "Z"}""");
        await ServeAsync("exams: [one.jsonl, two.jsonl]");
        await NoticeAsync("two.jsonl");
        Assert.Equal(["one"], await ExamsAsync());

        Write("two");
        await BoardsRoom.SoonAsync(async () => (await ExamsAsync()) is ["one", "two"]);

        web.Room.Write("two.jsonl", "no exam");
        await NoticeAsync("two.jsonl");
        Assert.Equal(["one", "two"], await ExamsAsync());
    }

    [Fact]
    public async Task Models_taxonomy_and_search_follow_too()
    {
        Write("two");
        await web.Room.ImportAsync("one.jsonl", BoardsRoom.Log(("best", 9)));
        await web.Room.ImportAsync("two.jsonl", BoardsRoom.Log(("best", 10)));
        await ServeAsync("exams: [one.jsonl, two.jsonl]");
        await BoardsRoom.SoonAsync(async () => await FoundAsync("letter") == 1);

        web.Room.Write("one.jsonl", (await File.ReadAllTextAsync(web.Room.Path("one.jsonl"), Token)).Replace("Which letter", "Which zebra", StringComparison.Ordinal));
        web.Room.Write("taxonomy.yaml", "id: all\nname: {en: Everything, zh: 全部}\nexams: [one, two]\n");
        web.Room.Write("jinbang.yaml", "exams: [one.jsonl, two.jsonl]\ntaxonomy: taxonomy.yaml\nmodels: [{name: our-own, endpoint: \"http://127.0.0.1:9/v1\"}]\n");

        await BoardsRoom.SoonAsync(async () => (await BoardsAsync()).Contains("Everything"));
        await BoardsRoom.SoonAsync(async () => (await web.Client.GetStringAsync("/api/models?own=1", Token)).Contains("our-own", StringComparison.Ordinal));
        await BoardsRoom.SoonAsync(async () => await FoundAsync("zebra") == 1);
    }

    [Fact]
    public async Task An_exam_that_is_copied_in_with_the_date_of_the_one_before_is_served_anew()
    {
        await ServeAsync("exams: [one.jsonl]");
        Assert.Contains("Which letter?", await QuestionAsync(), StringComparison.Ordinal);

        var (file, copy) = (web.Room.Path("one.jsonl"), web.Room.Path("copy.jsonl"));
        await File.WriteAllTextAsync(copy, (await File.ReadAllTextAsync(file, Token)).Replace("Which letter?", "Which of these letters?", StringComparison.Ordinal), Token);
        File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(file));
        File.Move(copy, file, overwrite: true);

        Assert.Contains("Which of these letters?", await QuestionAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exam_that_becomes_private_is_soon_nowhere_for_strangers()
    {
        await using var room = new PublicRoom();
        Write("one", room.Web);
        await room.Web.Room.ImportAsync("one.jsonl", BoardsRoom.Log(("best", 10)));
        room.Web.Room.Write("jinbang.yaml", "exams: [one.jsonl]");
        await room.ServeAsync();
        var stranger = room.Somebody();
        await BoardsRoom.SoonAsync(async () => (await stranger.GetStringAsync("/api/boards", Token)).Contains("\"one\"", StringComparison.Ordinal));

        room.Web.Room.Write("jinbang.yaml", "exams: [one.jsonl]\nprivate: [one]");

        await BoardsRoom.SoonAsync(async () => !(await stranger.GetStringAsync("/api/exams", Token)).Contains("one", StringComparison.Ordinal));
        await BoardsRoom.SoonAsync(async () => !(await stranger.GetStringAsync("/api/boards", Token)).Contains("\"one\"", StringComparison.Ordinal));
        using var board = await stranger.GetAsync("/boards/one", Token);
        Assert.Equal(HttpStatusCode.NotFound, board.StatusCode);
        Assert.Contains("one", await (await room.SignedInAsync("reader")).GetStringAsync("/api/exams", Token), StringComparison.Ordinal);
    }

    private async Task ServeAsync(string workspace)
    {
        web.Room.Write("jinbang.yaml", workspace);
        await web.ServeAsync();
    }

    private void Write(string exam) => Write(exam, web);

    private static void Write(string exam, WebRoom web) => web.Room.Write(exam + ".jsonl", string.Concat(Enumerable.Range(1, 10).Select(number =>
        $$"""{"id": "q{{number}}", "question": "Which letter? ({{exam}} {{number}})", "options": {"A": "this", "B": "that"}, "answer": "A"}""" + "\n")));

    private Task NoticeAsync(string words) => BoardsRoom.SoonAsync(async () => (await web.Client.GetStringAsync("/boards", Token)).Contains(words, StringComparison.Ordinal));

    private Task<string> QuestionAsync() => web.Client.GetStringAsync("/exams/one/questions/q1", Token);

    private Task<string[]> ExamsAsync() => NamesAsync("/api/exams", answer => answer);

    private Task<string[]> BoardsAsync() => NamesAsync("/api/boards", answer => answer.GetProperty("boards"));

    private async Task<string[]> NamesAsync(string address, Func<JsonElement, JsonElement> list)
    {
        using var answer = JsonDocument.Parse(await web.Client.GetStringAsync(address, Token));
        return [.. list(answer.RootElement).EnumerateArray().Select(one => one.GetProperty("name").GetString()!)];
    }

    private async Task<int> FoundAsync(string words)
    {
        using var answer = JsonDocument.Parse(await web.Client.GetStringAsync($"/api/cases?q={words}&in=question", Token));
        return answer.RootElement.GetProperty("total").GetInt32();
    }
}
