using Jinbang.Exams;
using Jinbang.Exams.Decisions;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Pacing;

namespace Jinbang.Tests.Runs;

public sealed class DecisionsTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly string folder = Samples.TemporaryFolder();
    private SqliteLedger ledger = null!;

    public ValueTask InitializeAsync()
    {
        ledger = SqliteLedger.Open(Path.Combine(folder, "ledger.db"));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    [Fact]
    public async Task A_run_does_not_ask_what_was_dropped_and_grades_by_what_was_corrected()
    {
        var exam = Samples.Exam(5);
        await ledger.DecideAsync([About(exam, "q2", DecisionKind.Drop, null), About(exam, "q3", DecisionKind.Key, "B")], Token);
        using var model = ScriptedExaminee.Always("Answer: A");

        var decided = await Decisions.ApplyAsync(ledger, exam, Token);
        var run = await Run.PrepareAsync(
            decided, [new Candidate(model, null)], PromptTemplates.Load(null), ledger, Samples.Quick, new Budget(null),
            new OwnMeans(new OwnPace(Samples.Quick, TimeProvider.System)), TimeProvider.System, Token);
        await run.AskAsync(Token);

        Assert.Equal(4, model.Calls);
        Assert.Equal((3, 1), run.Progress[0].Read(sums => (sums.Right, sums.Wrong)));
        // What the run kept counts as it is for the board.
        Assert.Equal(0, Assert.Single(await Standings.ReadAsync(ledger, decided, keep: false, Token)).Renewed);
    }

    [Fact]
    public async Task Applying_twice_is_applying_once()
    {
        var exam = Samples.Exam(5);
        await ledger.DecideAsync([About(exam, "q2", DecisionKind.Drop, null)], Token);

        var once = await Decisions.ApplyAsync(ledger, exam, Token);

        Assert.Same(once, await Decisions.ApplyAsync(ledger, once, Token));
        Assert.Equal(["q1", "q3", "q4", "q5"], once.Questions.Select(question => question.Id));
    }

    [Fact]
    public async Task What_the_file_has_corrected_meanwhile_is_no_decision_any_more()
    {
        var exam = Samples.Exam(3);
        await ledger.DecideAsync([About(exam, "q2", DecisionKind.Key, "C")], Token);
        var corrected = exam with { Questions = [exam.Questions[0], exam.Questions[1] with { Key = new LettersKey("C") }, exam.Questions[2]] };

        Assert.Empty((await Decisions.ApplyAsync(ledger, corrected, Token)).Decisions);
        Assert.Single((await Decisions.ApplyAsync(ledger, exam, Token)).Decisions);
    }

    [Theory]
    [InlineData("12.5", "12.5", true)]
    [InlineData("twelve", null, false)]
    public void Numbers_can_be_corrected_too(string written, string? key, bool isRead)
    {
        var question = new Question("n", QuestionKind.Number, "How much?", [], new NumberKey(3, 0.1m, "kg"));
        if (isRead)
        {
            Assert.Equal(new NumberKey(12.5m, 0.1m, "kg"), KeyWriting.Read(question, written));
            Assert.Equal($"{key} kg", KeyWriting.Read(question, written).ToString());
        }
        else
        {
            Assert.Throws<BadInputException>(() => KeyWriting.Read(question, written));
        }
    }

    private static KeyDecision About(Exam exam, string question, DecisionKind kind, string? key) =>
        Decisions.About(exam, question, kind, key, "because", DateTimeOffset.UnixEpoch);
}
