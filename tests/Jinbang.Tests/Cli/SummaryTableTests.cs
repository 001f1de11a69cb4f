using System.Text.Json;
using Jinbang.Cli.Summaries;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Planning;
using Snapshooter.Xunit3;
using Spectre.Console;

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

    private static readonly PlanSummary Planned = PlanSummary.Of(
        new RunPlan([
            new("colours", "steady", false, Estimate.Exactly(1200))
            {
                Answered = 300, PromptTokens = new(201_000, 210_000, 224_500), CompletionTokens = new(455_000, 502_000, 560_000),
                Yuan = new(4.06, 4.44, 4.93), Minutes = new(4.1, 4.8, 5.9), PromptBasis = Basis.ThisExam, ReplyBasis = Basis.ThisExam,
            },
            new("colours", "thinks-aloud-235b-a22b", false, Estimate.Exactly(1500))
            {
                PromptTokens = new(180_000, 250_000, 470_000), CompletionTokens = new(450_000, 2_850_000, 12_000_000),
                Yuan = new(3.96, 23.3, 96.94), Minutes = new(1.1, 75.6, 1562), PromptBasis = Basis.Prior, ReplyBasis = Basis.Prior, Thinking = Thinking.Yes,
            },
            new("colours", "priceless", false, Estimate.Exactly(1500))
            {
                PromptTokens = new(180_000, 250_000, 470_000), CompletionTokens = new(30_000, 90_000, 240_000), Minutes = new(0.2, 2, 5), ReplyBasis = Basis.OtherExams,
            },
            new("colours", "random-baseline", false, Estimate.Exactly(1500)) { Yuan = default(Estimate), ReplyBasis = Basis.Prior },
            new("colours", "judge", true, new(0, 54, 405))
            {
                PromptTokens = new(0, 24_300, 480_000), CompletionTokens = new(0, 4_320, 81_000), Yuan = new(0, 0.17, 3.2), Minutes = new(0, 0.04, 4.2), ReplyBasis = Basis.Prior,
            },
        ]),
        new Budget(20),
        new RunSettings());

    private static readonly RepriceSummary Repriced = new(true, [
        new("steady", false) { Changed = 1200, Same = 300, Before = 4.4371m, After = 3.1m, By = "2025-09-29 CNY 2/0.2/3 https://api.example.com/pricing" },
        new("gateway", false) { Told = 1500, Before = 2, After = 2, By = "2025-08-01 USD 1/4 https://example.com; 1 USD = 7.25 CNY 2025-08-01" },
        new("judge", true) { Unknown = 54, Before = 0.17m, After = 0.17m },
    ]);

    private static readonly ProviderSummary Tried = new([
        new("deepseek", "deepseek-chat", KeyState.Valid, true, 0.8312, 8, 16, 0.000064m, null),
        new("siliconflow", "Qwen/Qwen3-8B", KeyState.Refused, false, null, null, null, null, "硅基流动 SiliconFlow (Qwen/Qwen3-8B) answered 401: check the key in SILICONFLOW_API_KEY. It says: \u001b[2Jno"),
        new("http://127.0.0.1:8000/v1", "mine", KeyState.NotNeeded, true, 12.3, null, null, null, null),
        new("openai", "gpt-4.1-mini", KeyState.Missing, false, null, null, null, null, "OpenAI needs a key: set OPENAI_API_KEY."),
        new("xai", "grok-3-mini", KeyState.Unknown, false, null, null, null, null, "xAI (grok-3-mini): no reply within 30 s."),
    ]);

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void Tried_providers_look_as_approved(Language language) =>
        Snapshot.Match(Screen.Show(ProviderTable.Of(Tried, language)), $"Providers.{language}.txt");

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void A_summary_of_grades_looks_as_approved(Language language) =>
        Snapshot.Match(Screen.Show(GradeTable.Of(Graded, language)), $"Grade.{language}.txt");

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void Flips_and_moves_look_as_approved(Language language) =>
        Snapshot.Match(Screen.Show(RegradeTables.Of(Regraded, language)), $"Regrade.{language}.txt");

    [Theory]
    [InlineData(Language.English, 80)]
    [InlineData(Language.English, 120)]
    [InlineData(Language.Chinese, 80)]
    public void A_plan_looks_as_approved(Language language, int width) =>
        Snapshot.Match(Screen.Show(PlanTable.Of(Planned, language), width), $"Plan.{language}.{width}.txt");

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void Moved_costs_look_as_approved(Language language) =>
        Snapshot.Match(Screen.Show(RepriceTable.Of(Repriced, language), 80), $"Reprice.{language}.txt");

    [Fact]
    public void Where_nothing_flips_a_sentence_says_so() => Assert.Equal(
        "Colours (en): grades renewed 12, of these worth something else 0.",
        Screen.Show(RegradeTables.Of(Regraded with { Flips = [] }, Language.English)).Trim());

    [Fact]
    public void Many_flips_are_cut_short_with_their_number() => Assert.Contains(
        "and 7 more", Screen.Show(RegradeTables.Of(Regraded with { Flips = [.. Enumerable.Repeat(Regraded.Flips[0], 57)] }, Language.English)), StringComparison.Ordinal);

    [Fact]
    public void What_strangers_wrote_gives_no_orders_to_the_terminal()
    {
        var shown = Screen.Show(new Rows(GradeTable.Of(Graded, Language.English), RegradeTables.Of(Regraded, Language.English)));

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
}
