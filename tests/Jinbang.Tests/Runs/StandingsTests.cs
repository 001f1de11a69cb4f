using Jinbang.Exams;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;

namespace Jinbang.Tests.Runs;

public sealed class StandingsTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly SqliteLedger ledger = SqliteLedger.Open(Path.Combine(Samples.TemporaryFolder(), "ledger.db"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    [Fact]
    public async Task A_corrected_key_regrades_kept_replies_and_asks_nobody()
    {
        var exam = Samples.Exam(4);
        await AskAsync(exam);
        Assert.Equal(1, await AccuracyAsync(exam));

        var corrected = exam with { Questions = [exam.Questions[0] with { Key = new LettersKey("B") }, .. exam.Questions.Skip(1)] };

        Assert.Equal(0.75, await AccuracyAsync(corrected));
        Assert.Equal(0.75, await AccuracyAsync(corrected));
        Assert.Equal(1, await AccuracyAsync(exam));
    }

    [Fact]
    public async Task A_question_whose_text_changed_counts_as_not_asked()
    {
        var exam = Samples.Exam(4);
        await AskAsync(exam);

        var standing = Assert.Single(await Standings.ReadAsync(
            ledger, exam with { Questions = [exam.Questions[0] with { Stem = "New?" }, .. exam.Questions.Skip(1)] }, Token));

        Assert.Equal((4, 3), (standing.Planned, standing.Tally.Graded));
    }

    [Fact]
    public async Task Models_of_earlier_runs_stay_on_the_board()
    {
        var exam = Samples.Exam(3);
        await AskAsync(exam, "one");
        await AskAsync(exam, "two");

        Assert.Equal(["one", "two"], (await Standings.ReadAsync(ledger, exam, Token)).Select(standing => standing.Model.Name));
    }

    private async Task<double?> AccuracyAsync(Exam exam) => Assert.Single(await Standings.ReadAsync(ledger, exam, Token)).Tally.Accuracy;

    private async Task AskAsync(Exam exam, string name = "model-a")
    {
        using var model = ScriptedExaminee.Always("Answer: A", name);
        var run = await Run.PrepareAsync(
            exam, [new Candidate(model, null)], PromptTemplates.Load(null), ledger, Samples.Quick, new Budget(null), TimeProvider.System, Token);
        await run.AskAsync(Token);
    }
}
