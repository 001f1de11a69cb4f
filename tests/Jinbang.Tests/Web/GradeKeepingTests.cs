using Jinbang.Runs.Ledgers;

namespace Jinbang.Tests.Web;

public sealed class GradeKeepingTests : IAsyncDisposable
{
    private const string Renewed = "kept grades were renewed";
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly WebRoom web = new();

    public ValueTask DisposeAsync() => web.DisposeAsync();

    [Fact]
    public async Task Grades_of_an_older_reader_are_renewed_and_kept_once_so_that_the_next_start_grades_nothing()
    {
        await FillAsync();
        await OpenAsync();
        Assert.Contains(Renewed, await BoardsAsync(), StringComparison.Ordinal);
        await BoardsRoom.SoonAsync(async () => Old() == 0 && (await BoardsAsync()).Contains("best", StringComparison.Ordinal));
        var kept = Sums();

        await web.CloseAsync();
        await web.ServeAsync();
        await ReadyAsync();

        Assert.DoesNotContain(Renewed, await BoardsAsync(), StringComparison.Ordinal);
        Assert.Equal(kept, Sums());
        Assert.DoesNotContain("older", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_another_program_writes_they_are_shown_but_not_kept()
    {
        await FillAsync();
        using (FileLock.TryTake(web.Room.Ledger))
        {
            await OpenAsync();
            Assert.Contains(Renewed, await BoardsAsync(), StringComparison.Ordinal);
            Assert.Contains("100.0", await web.Client.GetStringAsync("/boards/one", Token), StringComparison.Ordinal);
            await Task.Delay(TimeSpan.FromSeconds(2.5), TimeProvider.System, Token);
            Assert.NotEqual(0, Old());
        }

        await BoardsRoom.SoonAsync(() => Task.FromResult(Old() == 0));
        using var free = FileLock.TryTake(web.Room.Ledger);
        Assert.NotNull(free);
    }

    private async Task FillAsync()
    {
        web.Room.Write("one.jsonl", string.Concat(Enumerable.Range(1, 10).Select(number =>
            $$"""{"id": "q{{number}}", "question": "Which letter? ({{number}})", "options": {"A": "this", "B": "that"}, "answer": "A"}""" + "\n")));
        web.Room.Write("jinbang.yaml", "exams: [one.jsonl]");
        await web.Room.ImportAsync("one.jsonl", BoardsRoom.Log(("best", 10), ("worst", 2)));
        web.Room.Ask("UPDATE attempt SET graded_by = 'older', verdict = 'Wrong', points = 0; UPDATE sitting SET graded_as = 'older' WHERE tally IS NOT NULL");
    }

    private async Task OpenAsync()
    {
        await web.ServeAsync();
        await ReadyAsync();
    }

    private Task ReadyAsync() => BoardsRoom.SoonAsync(async () => (await web.Client.GetStringAsync("/api/boards", Token)).Contains("\"complete\":true", StringComparison.Ordinal));

    private Task<string> BoardsAsync() => web.Client.GetStringAsync("/boards", Token);

    private long Old() => (long)web.Room.Ask("SELECT (SELECT count(*) FROM attempt WHERE graded_by = 'older') + (SELECT count(*) FROM sitting WHERE graded_as = 'older' OR graded_as IS NULL)")!;

    private string Sums() => (string)web.Room.Ask("SELECT group_concat(graded_as || ' ' || tally) FROM sitting")!;
}
