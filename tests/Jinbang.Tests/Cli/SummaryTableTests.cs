using System.Text.Json;
using Jinbang.Cli.Summaries;
using Jinbang.Grading;
using Snapshooter.Xunit3;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Tests.Cli;

public sealed class SummaryTableTests
{
    private static readonly GradeSummary Graded = new("Colours", 20, [
        new("steady", 0.75, 0.531, 0.888, 20, 14, 2, 3, 1, 0, 0, 0),
        new(null, null, null, null, 0, 0, 0, 0, 0, 0, 4, 16),
        new("\u001b[2Jred \u202Eforged\nname", 1, 0.207, 1, 1, 1, 0, 0, 0, 0, 0, 19),
    ]);

    private static readonly RegradedExam Regraded = new("colours", "Colours", "en", 12, [
        new("q1", "steady", 0, Earned(Verdict.Wrong, 0, ReadingKind.Letter, "A", "bare"), Earned(Verdict.Right, 1, ReadingKind.Letter, "B", "answer-cue")),
        new("q2", "steady", 2, Earned(Verdict.Right, 1, ReadingKind.Letters, "AC", "bare"), Earned(Verdict.Partial, 0.5m, ReadingKind.Letters, "AC", "bare")),
        new("q3\u001b]0;owned\a", "other", 0, Earned(Verdict.Unreadable, 0, ReadingKind.Unreadable, "", "nothing-conclusive"),
            Earned(Verdict.Wrong, 0, ReadingKind.Value, new string('y', 60), "bare")),
    ],
    [new("other", 0.8, 0.85, 2, 1), new("steady", 0.82, 0.8, 1, 2), new("third", 0.5, 0.5, 3, 3)]);

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void A_summary_of_grades_looks_as_approved(Language language) =>
        Snapshot.Match(Shown(GradeTable.Of(Graded, language)), $"Grade.{language}.txt");

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void Flips_and_moves_look_as_approved(Language language) =>
        Snapshot.Match(Shown(RegradeTables.Of(Regraded, language)), $"Regrade.{language}.txt");

    [Fact]
    public void Where_nothing_flips_a_sentence_says_so() => Assert.Equal(
        "Colours (en): grades renewed 12, of these worth something else 0.",
        Shown(RegradeTables.Of(Regraded with { Flips = [] }, Language.English)).Trim());

    [Fact]
    public void Many_flips_are_cut_short_with_their_number() => Assert.Contains(
        "and 7 more", Shown(RegradeTables.Of(Regraded with { Flips = [.. Enumerable.Repeat(Regraded.Flips[0], 57)] }, Language.English)), StringComparison.Ordinal);

    [Fact]
    public void What_strangers_wrote_gives_no_orders_to_the_terminal()
    {
        var shown = Shown(new Rows(GradeTable.Of(Graded, Language.English), RegradeTables.Of(Regraded, Language.English)));

        Assert.DoesNotContain(shown, letter => (char.IsControl(letter) && letter != '\n') || letter == '\u202E');
    }

    [Fact]
    public void As_JSON_a_flip_tells_both_grades_and_why()
    {
        var flip = JsonSerializer.Deserialize<JsonElement>(SummaryJson.Write(new RegradeSummary(true, [Regraded])))
            .GetProperty("exams")[0].GetProperty("flips")[1];

        Assert.Equal("key", flip.GetProperty("cause").GetString());
        Assert.Equal(("right", "letters"), (Text(flip.GetProperty("before"), "verdict"), Text(flip.GetProperty("before").GetProperty("reading"), "kind")));
        Assert.Equal(("partial", "AC"), (Text(flip.GetProperty("after"), "verdict"), Text(flip.GetProperty("after").GetProperty("reading"), "answer")));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static Grade Earned(Verdict verdict, decimal points, ReadingKind kind, string answer, string rule) =>
        new(verdict, points, new Reading(kind, answer, rule));

    private static string Shown(IRenderable page)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        (console.Profile.Width, console.Profile.Capabilities.Unicode) = (150, true);
        console.Write(page);
        return writer.ToString().ReplaceLineEndings("\n");
    }
}
