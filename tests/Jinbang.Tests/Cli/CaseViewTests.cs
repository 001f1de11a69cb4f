using Jinbang.Cli.Summaries;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Cases;
using Jinbang.Runs.Marks;
using Jinbang.Tests.Runs;
using Snapshooter.Xunit3;
using Spectre.Console;

namespace Jinbang.Tests.Cli;

public sealed class CaseViewTests
{
    private const string Hostile = "\u001b]0;owned\a\u001b[2J\u202Eforged";
    private static readonly Exam Exam = new("law", "Law", Language.English, CreditRule.Exact, [Samples.Choice(1, 'B') with { Stratum = "Civil", Passage = "A passage." }]);

    private static readonly Case[] Cases =
    [
        Found("steady", new Reply(Outcome.Replied, "I think that it is\nA."), Earned(Verdict.Wrong, 0, "A", "answer-cue")),
        Found("steady", new Reply(Outcome.CutOff, new string('x', 700) + "end"), Earned(Verdict.Unanswered, 0, "", "cut-off")),
        Found(Hostile, new Reply(Outcome.Failed, "") { Error = $"Timeout: {Hostile}" }, null),
        Found("other", new Reply(Outcome.Replied, Hostile), Earned(Verdict.Partial, 0.5m, "A", "human:Ann")) with
        {
            Mark = new LedgerMark("s", "k", DateTimeOffset.UnixEpoch, "Ann", $"close {Hostile}", new HumanMark("Ann", Verdict.Partial, 0.5m, "B"))
            {
                Exam = "law", Model = "other", Question = "q1", Repeat = 0, AnswerKey = "B",
            },
            WithoutMark = Earned(Verdict.Wrong, 0, "A", "answer-cue"),
        },
    ];

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void Counts_and_cases_look_as_approved(Language language) => Snapshot.Match(Screen.Show(All(language, isFull: false), 100), $"Cases.{language}.txt");

    [Fact]
    public void What_strangers_wrote_gives_no_orders_to_the_terminal() =>
        Assert.DoesNotContain(Screen.Show(All(Language.English, isFull: true)), letter => (char.IsControl(letter) && letter != '\n') || letter == '\u202E');

    [Fact]
    public void Long_texts_are_whole_only_when_asked_for()
    {
        Assert.DoesNotContain(new string('x', 700), Unfolded(isFull: false), StringComparison.Ordinal);
        Assert.Contains(new string('x', 700) + "end", Unfolded(isFull: true), StringComparison.Ordinal);

        static string Unfolded(bool isFull) => Screen.Show(new CaseView(Language.English, isFull).Of(Cases[1]), 2000);
    }

    [Fact]
    public void No_more_cases_are_held_than_are_shown()
    {
        var table = new CaseTable(2);
        foreach (var found in Cases)
        {
            table.Add(found);
        }

        Assert.Equal((4, 2), (table.Count, table.Shown.Count));
    }

    private static Rows All(Language language, bool isFull)
    {
        var table = new CaseTable(10);
        foreach (var found in Cases)
        {
            table.Add(found);
        }

        var view = new CaseView(language, isFull);
        return new Rows([table.Of(language), .. table.Shown.Select(view.Of)]);
    }

    private static Case Found(string model, Reply reply, Grade? grade) =>
        new(Exam, "v", Samples.Model(model), Exam.Questions[0], new LedgerEntry("k", "q1", 0, DateTimeOffset.UnixEpoch, reply, grade));

    private static Grade Earned(Verdict verdict, decimal points, string answer, string rule) => new(verdict, points, new Reading(ReadingKind.Letter, answer, rule));
}
