using Jinbang.Boards;
using Jinbang.Boards.Editions;

namespace Jinbang.Tests.Cli;

public sealed class EditionsVerbTests : IDisposable
{
    private readonly VerbRoom room = new();

    public void Dispose() => room.Dispose();

    [Theory]
    [InlineData("law")]
    [InlineData("The law")]
    public async Task A_board_s_history_is_drawn_by_its_file_or_its_title(string name)
    {
        Publish("v1", 0.7);
        Publish("v2", 0.9);

        var (code, _, errors) = await room.RunAsync("editions", "draw", name, room.Path("law.svg"), "--output", room.Folder);

        Assert.Equal((0, ""), (code, errors.Contains("law.svg", StringComparison.Ordinal) ? "" : errors));
        var svg = File.ReadAllText(room.Path("law.svg"));
        Assert.All(new[] { ">v1</text>", ">v2</text>", ">m1</text>" }, text => Assert.Contains(text, svg, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_asks_for_another_board_is_told_which_there_are()
    {
        Publish("v1", 0.7);

        var (code, _, errors) = await room.RunAsync("editions", "draw", "art", room.Path("art.svg"), "--output", room.Folder);

        Assert.NotEqual(0, code);
        Assert.Contains("there are law", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(room.Path("art.svg")));
    }

    private void Publish(string version, double accuracy)
    {
        var board = new Board("The law", Language.English, [new("m1") { Rank = 1, Accuracy = accuracy }]) { FileName = "law" };
        EditionShelf.Open(room.Folder).Publish(EditionManifest.Of(version, new DateOnly(2026, 1, 1), [board]), again: false);
    }
}
