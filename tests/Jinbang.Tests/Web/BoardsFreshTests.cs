namespace Jinbang.Tests.Web;

public sealed class BoardsFreshTests(BoardsRoom room) : IClassFixture<BoardsRoom>
{
    [Fact]
    public async Task What_another_program_records_is_on_the_board_and_its_roll_up_soon()
    {
        Assert.Equal(3, (await room.ModelsAsync("/api/boards/one")).Count);
        await room.Web.Room.ImportAsync("one.jsonl", BoardsRoom.Log(("late", 4)));

        await BoardsRoom.SoonAsync(async () => (await room.ModelsAsync("/api/boards/one")).Contains("late"));
        await BoardsRoom.SoonAsync(async () => (await room.ModelsAsync("/api/boards/Everything")).Contains("late"));
    }

    [Fact]
    public async Task A_question_that_is_changed_in_its_file_no_longer_counts()
    {
        var file = room.Web.Room.Path("two.jsonl");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("(two 1)", "(another)", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        await BoardsRoom.SoonAsync(async () => (await room.PageAsync("/boards/two")).Contains("9/10", StringComparison.Ordinal));
    }
}
