using Jinbang.Boards;
using Jinbang.Boards.Formats;
using Jinbang.Cli;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Grading.Repeats;
using Jinbang.Models;
using Jinbang.Tests.Grading;
using Snapshooter.Xunit3;
using Spectre.Console;

namespace Jinbang.Tests.Boards;

public sealed class RepeatBoardTests
{
    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void The_page_shows_repeats_in_a_table_of_their_own(Language language) =>
        Snapshot.Match(SmallBoard.Text(new MarkdownFormat("pic", "svg"), BoardIn(language)), $"Repeats.{language}.md");

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void The_terminal_shows_repeats_below_the_board(Language language)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        (console.Profile.Width, console.Profile.Capabilities.Unicode) = (130, true);
        console.Write(BoardTable.Of(BoardIn(language), language, 130));
        Snapshot.Match(text.ToString().ReplaceLineEndings("\n"), $"Repeats.{language}.txt");
    }

    [Fact]
    public void Spreadsheets_have_columns_of_repeats_at_the_end() =>
        Snapshot.Match(SmallBoard.Text(new CsvFormat(), BoardIn(Language.Chinese)).ReplaceLineEndings("\n"), "Repeats.csv");

    [Fact]
    public void Programs_find_repeats_in_the_row() =>
        Snapshot.Match(SmallBoard.Text(new JsonFormat(), BoardIn(Language.Chinese)), "Repeats.json");

    [Fact]
    public void The_picture_marks_repeats() =>
        Snapshot.Match(SmallBoard.Text(new SvgFormat(), BoardIn(Language.English)), "Repeats.svg");

    /// <summary>Whoever reads pages of the public form finds the same board on a page with repeats.</summary>
    [Fact]
    public void The_table_of_the_public_form_is_the_same_with_repeats_and_without()
    {
        var board = BoardIn(Language.Chinese);
        var bare = board with { Rows = [.. board.Rows.Select(row => row with { Repeats = null })] };
        var table = SmallBoard.Text(new SeedMarkdownFormat(), bare).Split("\n\n")[0];

        Assert.StartsWith(table + "\n\n", SmallBoard.Text(new SeedMarkdownFormat(), board), StringComparison.Ordinal);
        Assert.Equal(SeedBoard.Parse(SmallBoard.Text(new SeedMarkdownFormat(), bare)).Rows, SeedBoard.Parse(SmallBoard.Text(new SeedMarkdownFormat(), board)).Rows);
    }

    private static Board BoardIn(Language language) => new(language == Language.Chinese ? "识字" : "Letters", language, BoardRows.Of(
    [
        Standing("steady-7b", Openness.Open, Tally(5, "AAAAA", "AAAAA", "BBBBB")),
        Standing("chancy-mini", Openness.Commercial, Tally(5, "AABAA", "ABB", "BABAB")),
        Standing("asked-twice", Openness.Unknown, Tally(2, "AB", "AA", "BB")),
        Standing("asked-once", Openness.Open, null),
    ], null))
    {
        Questions = 3,
        ChanceLevel = 0.25,
        Notes = [new("Made up, to show every case.", "虚构的榜单，演示各种情形。")],
    };

    private static Standing Standing(string name, Openness openness, (RepeatTally Repeats, Jinbang.Grading.Tally Tally)? told) =>
        new(new Model(name, "p", name) { House = "云山", Openness = openness }, told?.Tally ?? Once(), told is null ? 3 : 3 * told.Value.Repeats.Planned, null)
        {
            Repeats = told?.Repeats,
        };

    private static Jinbang.Grading.Tally Once() => Tally(1, "A", "B", "A").Tally;

    private static (RepeatTally Repeats, Jinbang.Grading.Tally Tally) Tally(int planned, params string[] rows)
    {
        var (repeats, tally) = (new RepeatTally(planned), new Jinbang.Grading.Tally());
        var question = Questions.Choice(QuestionKind.SingleChoice, "A");
        foreach (var row in rows)
        {
            var votes = row.Select((letter, repeat) => new Vote(
                repeat, ReadingKind.Letter, letter.ToString(), letter == 'A' ? Verdict.Right : Verdict.Wrong, letter == 'A' ? 1 : 0)).ToList();
            repeats.Add(question, votes);
            votes.ForEach(vote => tally.Add(new(
                question, vote.Repeat, new Reply(Outcome.Replied, vote.Answer) { Elapsed = TimeSpan.FromSeconds(2), Usage = new(100, 10), Cost = 0.002m },
                new Grade(vote.Verdict, vote.Points, new Reading(vote.Kind, vote.Answer, "r")))));
        }

        return (repeats, tally);
    }
}
