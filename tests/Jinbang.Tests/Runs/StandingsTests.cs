using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Pacing;

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
    public async Task A_review_that_keeps_nothing_shows_the_flips_of_a_corrected_key_and_leaves_the_ledger()
    {
        var exam = Samples.Exam(4);
        await AskAsync(exam);
        var corrected = exam with { Questions = [exam.Questions[0] with { Key = new LettersKey("B") }, .. exam.Questions.Skip(1)] };

        foreach (var keep in (bool[])[false, true])
        {
            var review = Assert.Single(await Standings.ReadAsync(ledger, corrected, keep, Token));

            Assert.Equal((1, 0.75, 1), (review.Before.Tally.Accuracy, review.After.Tally.Accuracy, review.Renewed));
            var flip = Assert.Single(review.Flips);
            Assert.Equal(
                ("q1", "model-a", Verdict.Right, Verdict.Wrong, FlipCause.Key),
                (flip.Question, flip.Model, flip.Before.Verdict, flip.After.Verdict, flip.Cause));
        }

        Assert.Equal(0, Assert.Single(await Standings.ReadAsync(ledger, corrected, keep: false, Token)).Renewed);
    }

    [Fact]
    public async Task A_reply_that_is_now_read_otherwise_flips_by_the_reader()
    {
        var exam = Samples.Exam(2);
        await AskAsync(exam);
        await ReadOtherwiseAsync(exam, 0, new Grade(Verdict.Unreadable, 0, new Reading(ReadingKind.Unreadable, "", "old-rule")));
        await ReadOtherwiseAsync(exam, 1, new Grade(Verdict.Right, 1, new Reading(ReadingKind.Letter, "A", "old-rule")));

        var review = Assert.Single(await Standings.ReadAsync(ledger, exam, keep: true, Token));

        Assert.Equal((2, 0.5, 1), (review.Renewed, review.Before.Tally.Accuracy, review.After.Tally.Accuracy));
        var flip = Assert.Single(review.Flips);
        Assert.Equal(("q1", "old-rule", "A", FlipCause.Reader), (flip.Question, flip.Before.Reading.Rule, flip.After.Reading.Answer, flip.Cause));
    }

    [Fact]
    public async Task A_question_whose_text_changed_counts_as_not_asked()
    {
        var exam = Samples.Exam(4);
        await AskAsync(exam);

        var standing = Assert.Single(await Standings.ReadAsync(
            ledger, exam with { Questions = [exam.Questions[0] with { Stem = "New?" }, .. exam.Questions.Skip(1)] }, keep: true, Token)).After;

        Assert.Equal((4, 3), (standing.Planned, standing.Tally.Graded));
    }

    [Fact]
    public async Task Models_of_earlier_runs_stay_on_the_board()
    {
        var exam = Samples.Exam(3);
        await AskAsync(exam, "one");
        await AskAsync(exam, "two");

        Assert.Equal(["one", "two"], (await Standings.ReadAsync(ledger, exam, keep: true, Token)).Select(review => review.After.Model.Name));
    }

    private async Task ReadOtherwiseAsync(Exam exam, int nth, Grade grade)
    {
        var sitting = Assert.Single(await ledger.SittingsAsync(exam.Id, exam.Language, Token));
        var entries = new List<LedgerEntry>();
        await foreach (var entry in ledger.ReadAsync(sitting.Key, Token))
        {
            entries.Add(entry);
        }

        var kept = entries.Single(entry => entry.Question == exam.Questions[nth].Id);
        await ledger.RegradeAsync(sitting.Key, [kept with { Grade = grade, GradedBy = "an old reader" }], Token);
    }

    private async Task<double?> AccuracyAsync(Exam exam) => Assert.Single(await Standings.ReadAsync(ledger, exam, keep: true, Token)).After.Tally.Accuracy;

    private async Task AskAsync(Exam exam, string name = "model-a")
    {
        using var model = ScriptedExaminee.Always("Answer: A", name);
        var run = await Run.PrepareAsync(
            exam, [new Candidate(model, null)], PromptTemplates.Load(null), ledger, Samples.Quick, new Budget(null), new OwnMeans(new OwnPace(Samples.Quick, TimeProvider.System)), TimeProvider.System, Token);
        await run.AskAsync(Token);
    }
}
