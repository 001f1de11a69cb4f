using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Jinbang.Tests.Web;

/// <summary>A workspace that is served: two exams in a taxonomy, one that has no place in it, and one that nobody sat.</summary>
public sealed class BoardsRoom : IAsyncLifetime
{
    private const int Questions = 10;

    private static readonly Regex ModelBox = new("name=\"model\" value=\"([^\"]*)\"");

    internal WebRoom Web { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var room = Web.Room;
        foreach (var exam in (string[])["one", "two", "stray", "idle"])
        {
            room.Write(exam + ".jsonl", string.Concat(Enumerable.Range(1, Questions).Select(number =>
                $$"""{"id": "q{{number}}", "question": "Which letter? ({{exam}} {{number}})", "options": {"A": "this", "B": "that"}, "answer": "A"}""" + "\n")));
        }

        room.Write("taxonomy.yaml", "id: all\nname: {en: Everything, zh: 全部}\nexams: [one, two]\n");
        room.Write("jinbang.yaml", "exams: [one.jsonl, two.jsonl, stray.jsonl, idle.jsonl]\ntaxonomy: taxonomy.yaml\n");
        await room.ImportAsync("one.jsonl", Log(("best", 10), ("=1+1", 6), ("worst", 2)));
        await room.ImportAsync("two.jsonl", Log(("best", 5), ("=1+1", 6), ("worst", 7)));
        await room.ImportAsync("stray.jsonl", Log(("best", 9)));
        await Web.ServeAsync();
        await SoonAsync(async () => (await PageAsync("/api/boards")).Contains("\"complete\":true", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => Web.DisposeAsync();

    public Task<string> PageAsync(string address) => Web.Client.GetStringAsync(address, TestContext.Current.CancellationToken);

    /// <summary>The models on a board's page, in their order.</summary>
    public async Task<IReadOnlyList<string>> ShownAsync(string address) =>
        [.. ModelBox.Matches(await PageAsync(address)).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];

    /// <summary>The models of a board as programs get it.</summary>
    public async Task<IReadOnlyList<string>> ModelsAsync(string address)
    {
        using var board = JsonDocument.Parse(await PageAsync(address));
        return [.. board.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("model").GetString()!)];
    }

    public static async Task SoonAsync(Func<Task<bool>> holds)
    {
        for (var look = 0; look < 300; look++)
        {
            if (await holds())
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.Fail("It did not come to be within 30 seconds.");
    }

    /// <summary>Of each model so many right answers.</summary>
    public static string Log(params IEnumerable<(string Model, int Right)> models) => "question_id,model,reply\n" + string.Concat(models.SelectMany(model =>
        Enumerable.Range(1, Questions).Select(number => string.Create(CultureInfo.InvariantCulture, $"q{number},{model.Model},{(number <= model.Right ? 'A' : 'B')}\n"))));
}
