using CsCheck;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Logs;
using Jinbang.Runs.Marks;

namespace Jinbang.Tests.Runs.Marks;

public sealed class MarkingTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly Exam Exam = Samples.Exam(4);
    private readonly string folder = Samples.TemporaryFolder();
    private SqliteLedger ledger = null!;

    public async ValueTask InitializeAsync()
    {
        ledger = SqliteLedger.Open(Path.Combine(folder, "ledger.db"));
        await Import.RecordAsync(
            Exam,
            [Said("q1", "Answer: A"), Said("q2", "Answer: B"), Said("q3", "hm, hm"), Said("q4", "") with { Outcome = Outcome.Refused }],
            "log", name => Samples.Model(name), ledger, null, TimeProvider.System, Token);
    }

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    [Fact]
    public async Task A_mark_overrules_the_verdict_and_the_totals_follow()
    {
        Assert.Equal(0.25, (await TallyAsync(Exam)).Accuracy);

        var mark = (await MarkAsync(Order("q2", "right"), Order("q3", "partial", "0.5")))[0];

        Assert.Equal((Verdict.Wrong, Verdict.Right), (mark.Before!.Verdict, mark.After!.Verdict));
        Assert.Equal(("answer-cue", "human:Ann"), (mark.Before.Rule, mark.After.Rule));
        var tally = await TallyAsync(Exam);
        Assert.Equal((0.625, 2, 1, 2, 0), (tally.Accuracy, tally.Right, tally.Partial, tally.Marked, tally.MarkedUnderAnotherKey));
    }

    [Fact]
    public async Task What_was_read_stays_beside_the_mark()
    {
        await MarkAsync(Order("q2", "right"));

        var grade = (await EntryAsync("q2")).Grade!;

        Assert.Equal((ReadingKind.Letter, "B", "human:Ann"), (grade.Reading.Kind, grade.Reading.Answer, grade.Reading.Rule));
    }

    [Fact]
    public async Task Regrading_neither_forgets_a_mark_nor_shows_it_as_a_flip()
    {
        await MarkAsync(Order("q2", "right"));
        await ledger.RegradeAsync((await SittingAsync()).Key, [(await EntryAsync("q2")) with { GradedBy = "an old reader" }], Token);

        var review = Assert.Single(await Standings.ReadAsync(ledger, Exam, keep: true, Token));

        Assert.Equal((1, 0), (review.Renewed, review.Flips.Count));
        Assert.Equal(0.5, review.After.Tally.Accuracy);
    }

    [Fact]
    public async Task A_mark_survives_a_corrected_key_and_says_that_it_was_given_under_another_one()
    {
        await MarkAsync(Order("q2", "wrong"));
        var corrected = Exam with { Questions = [Exam.Questions[0], Exam.Questions[1] with { Key = new LettersKey("B") }, .. Exam.Questions.Skip(2)] };

        var review = Assert.Single(await Standings.ReadAsync(ledger, corrected, keep: true, Token));

        Assert.Empty(review.Flips);
        Assert.Equal((1, 1), (review.After.Tally.Marked, review.After.Tally.MarkedUnderAnotherKey));
        Assert.Equal("human-under-another-key:Ann", (await EntryAsync("q2")).Grade!.Reading.Rule);
        Assert.Equal(MarkState.UnderAnotherKey, Assert.Single(await MarkTrail.ReadAsync(ledger, [corrected], Token)).State);
        Assert.Equal(0, (await TallyAsync(Exam)).MarkedUnderAnotherKey);
    }

    [Fact]
    public async Task A_withdrawn_mark_leaves_the_verdict_of_before_and_both_stay_in_the_trail()
    {
        var before = await EntryAsync("q2");
        await MarkAsync(Order("q2", "right"));

        var taken = Assert.Single(await MarkAsync(Order("q2", "withdraw") with { By = "Bob", Reason = "a slip" }));

        Assert.Equal(before, await EntryAsync("q2"));
        Assert.Equal(("human:Ann", "answer-cue"), (taken.Before!.Rule, taken.After!.Rule));
        var trail = await MarkTrail.ReadAsync(ledger, [Exam], Token);
        Assert.Equal(
            [("Ann", MarkState.Replaced), ("Bob", MarkState.Withdrawal)],
            trail.Select(line => (line.Said.By, line.State)));
    }

    [Fact]
    public async Task A_run_and_a_judge_that_were_at_work_meanwhile_do_not_undo_a_mark()
    {
        var (sitting, before) = (await SittingAsync(), await EntryAsync("q2"));
        await TallyAsync(Exam);
        var sums = await ledger.SumsAsync(sitting.Key, Token);
        await MarkAsync(Order("q2", "right"));

        await ledger.WriteAsync([new(sitting.Key) { Entries = [before], Sums = sums }], Token);
        await ledger.WriteAsync([new(sitting.Key) { Grades = [before] }], Token);

        Assert.Equal("human:Ann", (await EntryAsync("q2")).Grade!.Reading.Rule);
        Assert.Equal((0.5, 1), ((await TallyAsync(Exam)).Accuracy, (await TallyAsync(Exam)).Marked));
    }

    [Fact]
    public Task Marking_whatever_and_withdrawing_all_restores_the_totals() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4]).Array[1, 6].SampleAsync(
            async marks =>
            {
                var before = await TallyAsync(Exam);
                foreach (var (question, verdict) in marks)
                {
                    var word = GradeWords.Code((Verdict)verdict);
                    await MarkAsync(Order(Exam.Questions[question].Id, word, word == "partial" ? "0.25" : ""));
                }

                foreach (var question in marks.Select(mark => mark.Item1).Distinct())
                {
                    await MarkAsync(Order(Exam.Questions[question].Id, "withdraw"));
                }

                Assert.Equivalent(before, await TallyAsync(Exam), strict: true);
            },
            iter: 5, threads: 1);

    [Fact]
    public async Task A_reworded_question_is_another_attempt_and_its_mark_counts_no_more()
    {
        await MarkAsync(Order("q2", "right"));
        var reworded = Exam with { Questions = [Exam.Questions[0], Exam.Questions[1] with { Stem = "New?" }, .. Exam.Questions.Skip(2)] };

        Assert.Equal(0, (await TallyAsync(reworded)).Marked);
        Assert.Equal(MarkState.Bygone, Assert.Single(await MarkTrail.ReadAsync(ledger, [reworded], Token)).State);
    }

    [Fact]
    public async Task A_batch_with_one_bad_line_changes_nothing()
    {
        var fault = await Assert.ThrowsAsync<BadInputException>(() => MarkAsync(Order("q2", "right"), Order("q9", "right") with { Place = new("marks.csv", 3) }));

        Assert.Contains("marks.csv:3", fault.Message, StringComparison.Ordinal);
        Assert.Equal((0.25, 0), ((await TallyAsync(Exam)).Accuracy, (await TallyAsync(Exam)).Marked));
        Assert.Empty(await ledger.MarksAsync(Token).ToListAsync(Token));
    }

    [Theory]
    [InlineData("mm", "q1", "right", "did you mean m")]
    [InlineData("m", "q1", "withdraw", "nothing to withdraw")]
    [InlineData("m", "zzzzzz", "right", "no question zzzzzz")]
    public async Task What_means_no_reply_is_refused(string model, string question, string verdict, string said)
    {
        var fault = await Assert.ThrowsAsync<BadInputException>(() => MarkAsync(Order(question, verdict) with { Model = model }));

        Assert.Contains(said, fault.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("right", "0.5")]
    [InlineData("partial", "")]
    [InlineData("partial", "1")]
    [InlineData("partial", "half")]
    [InlineData("wrong", "1")]
    [InlineData("perhaps", "")]
    public void Verdicts_and_points_that_do_not_fit_are_refused(string verdict, string points) =>
        Assert.Throws<BadInputException>(() => Order("q1", verdict, points));

    [Theory]
    [InlineData("", "why")]
    [InlineData("Ann", " ")]
    public void Nobody_marks_without_name_and_reason(string by, string reason) =>
        Assert.Throws<BadInputException>(() => MarkOrder.Of("m", "q1", "right", "", by, reason));

    [Fact]
    public void Marks_are_read_from_a_file_with_the_places_of_its_lines()
    {
        var path = Write("model,question,exam,repeat,verdict,points,by,reason\nm,q1,,2,partial,0.5,,\nm,q2,sample,,撤回,,Bob,\"so, so\"\n");

        var orders = MarkFile.Read(path, "Ann", "they said so");

        Assert.Equal(
            [
                new MarkOrder("m", "q1", Verdict.Partial, 0.5m, "Ann", "they said so") { Repeat = 1, Place = new(path, 2) },
                new MarkOrder("m", "q2", null, 0, "Bob", "so, so") { Exam = "sample", Place = new(path, 3) },
            ],
            orders);
    }

    [Theory]
    [InlineData("model,question,verdict\nm,q1,maybe\n", ":2")]
    [InlineData("model,question,verdict,colour\nm,q1,right,red\n", ":1")]
    [InlineData("model,question\nm,q1\n", ":1")]
    [InlineData("model,question,verdict,repeat\nm,q1,right,0\n", ":2")]
    [InlineData("model,question,verdict\n", "no marks")]
    public void A_file_that_cannot_be_used_names_the_line(string text, string said)
    {
        var fault = Assert.Throws<BadInputException>(() => MarkFile.Read(Write(text), "Ann", "why"));

        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    private string Write(string text)
    {
        var path = Path.Combine(folder, "marks.csv");
        File.WriteAllText(path, text);
        return path;
    }

    private static LoggedReply Said(string question, string text) => new("m", question, text, new("log.csv", 1));

    private static MarkOrder Order(string question, string verdict, string points = "") => MarkOrder.Of("m", question, verdict, points, "Ann", "it is so");

    private Task<IReadOnlyList<LedgerMark>> MarkAsync(params IReadOnlyList<MarkOrder> orders) =>
        new Marking(ledger, [Exam], TimeProvider.System).GiveAsync(orders, Token);

    private async Task<Tally> TallyAsync(Exam exam) => Assert.Single(await Standings.ReadAsync(ledger, exam, keep: true, Token)).After.Tally;

    private async Task<SittingEntry> SittingAsync() => Assert.Single(await ledger.SittingsAsync(Exam.Id, Exam.Language, Token));

    private async Task<LedgerEntry> EntryAsync(string question) =>
        await ledger.ReadAsync((await SittingAsync()).Key, Token).SingleAsync(entry => entry.Question == question, Token);
}
