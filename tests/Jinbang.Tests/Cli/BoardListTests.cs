namespace Jinbang.Tests.Cli;

public sealed class BoardListTests : IDisposable
{
    private readonly VerbRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task Many_boards_are_listed_with_all_who_share_the_first_rank_and_their_files_are_counted()
    {
        await PrepareAsync(13);

        var (code, output, errors) = await room.RunAsync("board");

        Assert.True(code == 0, errors);
        var line = Assert.Single(output.Split('\n'), line => line.Contains("exam07", StringComparison.Ordinal));
        Assert.Equal(["exam07", "8", "4", "four, one, three … (4)", "75.0%"], line.Split('│', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Contains("Written: 13 boards, ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("exam07.md", errors, StringComparison.Ordinal);
        Assert.True(File.Exists(room.Path("boards/exam07.md")));
    }

    [Fact]
    public async Task Whoever_asks_for_some_rows_of_many_boards_gets_tables()
    {
        await PrepareAsync(13);

        var (code, output, errors) = await room.RunAsync("board", "--limit", "1");

        Assert.True(code == 0, errors);
        Assert.Equal(13, output.Split('\n').Count(line => line.Contains("75.0%", StringComparison.Ordinal)));
    }

    private async Task PrepareAsync(int exams)
    {
        var names = Enumerable.Range(0, exams).Select(number => $"exam{number:00}.csv").ToList();
        foreach (var name in names)
        {
            room.Write(name, "id,question,A,B,answer\n" + string.Concat(Enumerable.Range(0, 8).Select(at => $"q{at},Which of {at}?,yes,no,A\n")));
            await room.ImportAsync(name, "model,id,reply\n" + string.Concat(
                new[] { "one", "two", "three", "four" }.SelectMany((model, place) => Enumerable.Range(0, 8).Select(at => $"{model},q{at},{((at + place) % 4 == 0 ? "B" : "A")}\n"))));
        }

        room.Write("jinbang.yaml", $"exams: [{string.Join(", ", names)}]\n");
    }
}
