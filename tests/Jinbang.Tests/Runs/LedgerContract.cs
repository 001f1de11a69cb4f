using Jinbang.Exams.Decisions;
using Jinbang.Grading;
using Jinbang.Grading.Judges;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Batches;

namespace Jinbang.Tests.Runs;

/// <summary>What every ledger does, whatever keeps it.</summary>
public abstract class LedgerContract
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    protected abstract Ledger OpenLedger();

    [Fact]
    public async Task An_attempt_comes_back_as_it_was_recorded()
    {
        await using var ledger = OpenLedger();
        var sitting = await BeginAsync(ledger, "model-a");
        var entry = Entry("k1", new Reply(Outcome.CutOff, "答案是 B\n\0 🀄")
        {
            Thinking = "hm",
            FinishReason = "length",
            Usage = new TokenUsage(12, 34) { Reasoning = 30, Cached = 4 },
            FirstToken = TimeSpan.FromSeconds(0.25),
            Elapsed = TimeSpan.FromSeconds(1.5),
            Retries = 3,
            Cost = 0.0000012345678901234567m,
            ServedBy = "simulated:x",
        });

        await ledger.RecordAsync(sitting, [entry], Token);

        Assert.Equal([entry], await ReadAsync(ledger, sitting));
    }

    [Fact]
    public async Task What_was_not_measured_comes_back_as_unknown()
    {
        await using var ledger = OpenLedger();
        var sitting = await BeginAsync(ledger, "model-a");
        var entry = Entry("k1", new Reply(Outcome.Failed, "") { Error = "Timeout" }) with { Grade = null, GradedBy = null, JudgedBy = null };

        await ledger.RecordAsync(sitting, [entry], Token);

        Assert.Equal([entry], await ReadAsync(ledger, sitting));
    }

    [Fact]
    public async Task A_time_comes_back_to_the_tick()
    {
        await using var ledger = OpenLedger();
        var sitting = await BeginAsync(ledger, "model-a");
        List<LedgerEntry> entries = [.. ((long[])[1, 3, 1_229_999, 1_230_000, 10_000_001, 35_999_999_999]).Select(
            ticks => Entry($"k{ticks}", new Reply(Outcome.Replied, "B") { Elapsed = TimeSpan.FromTicks(ticks) }))];

        await ledger.RecordAsync(sitting, entries, Token);

        Assert.Equal(entries, await ReadAsync(ledger, sitting));
    }

    [Fact]
    public async Task What_was_sent_is_found_in_whatever_sitting_and_a_reply_before_a_failure()
    {
        await using var ledger = OpenLedger();
        var (one, two) = (await BeginAsync(ledger, "model-a"), await BeginAsync(ledger, "model-b"));
        var failed = Entry("k1", new Reply(Outcome.Failed, "")) with { Request = "r1", Grade = null, GradedBy = null, JudgedBy = null };
        var reply = Entry("k2", new Reply(Outcome.Replied, "B") { IsReused = true }) with { Request = "r1" };
        var other = failed with { Key = "k3", Request = "r2" };
        await ledger.RecordAsync(one, [failed, other], Token);
        await ledger.RecordAsync(two, [reply], Token);

        Assert.Equal(reply, await ledger.FindSentAsync("r1", Token));
        Assert.Equal(other, await ledger.FindSentAsync("r2", Token));
        Assert.Null(await ledger.FindSentAsync("r3", Token));
    }

    [Fact]
    public async Task An_exam_s_state_is_another_once_its_results_changed_and_other_exams_keep_theirs()
    {
        await using var ledger = OpenLedger();
        var sitting = await BeginAsync(ledger, "model-a");
        await ledger.BeginAsync(new("other", Language.English, Samples.Model("model-a"), "prompt"), 1, null, Token);
        var (begun, sample) = (await ledger.StatesAsync(Token), ("sample", Language.English));

        await ledger.RecordAsync(sitting, [Entry("k1", new Reply(Outcome.Replied, "B"))], Token);
        var recorded = await ledger.StatesAsync(Token);
        await ledger.WriteAsync([new(sitting) { Grades = [Entry("k1", new Reply(Outcome.Replied, "B")) with { Grade = null }] }], Token);
        var graded = await ledger.StatesAsync(Token);

        Assert.Equal(3, new[] { begun, recorded, graded }.Select(states => states.Exams[sample]).Distinct().Count());
        Assert.Single(new[] { begun, recorded, graded }.Select(states => states.Exams[("other", Language.English)]).Distinct());
        Assert.Equal(graded.Exams, (await ledger.StatesAsync(Token)).Exams);
    }

    [Fact]
    public async Task An_exam_s_state_tells_of_decisions_although_nobody_sat_it()
    {
        await using var ledger = OpenLedger();
        Assert.Empty((await ledger.StatesAsync(Token)).Exams);

        await ledger.DecideAsync([new("sample", Language.English, "q1", "text", DecisionKind.Drop, "A", "unclear", DateTimeOffset.UnixEpoch)], Token);
        var dropped = (await ledger.StatesAsync(Token)).Exams;
        await ledger.DecideAsync([new("sample", Language.English, "q1", "text", DecisionKind.Keep, "A", "clear", DateTimeOffset.UnixEpoch)], Token);

        Assert.Equal([("sample", Language.English)], dropped.Keys);
        Assert.NotEqual(dropped[("sample", Language.English)], (await ledger.StatesAsync(Token)).Exams[("sample", Language.English)]);
    }

    [Fact]
    public async Task Sittings_of_one_id_at_one_provider_are_namesakes_whatever_their_settings()
    {
        await using var ledger = OpenLedger();
        var model = Samples.Model("model-a");
        await BeginAsync(ledger, "model-b");
        foreach (var other in new[] { model, model with { MaxOutputTokens = 77 }, model with { Provider = "elsewhere" } })
        {
            await ledger.BeginAsync(new("sample", Language.English, other, "prompt"), 1, null, Token);
        }

        static string KeyOf(Model model) => new Sitting("sample", Language.English, model, "prompt").Key;
        var found = await ledger.NamesakesAsync(new("sample", Language.English, model, "prompt"), Token).ToListAsync(Token);
        Assert.Equal(77, Assert.Single(found).MaxOutputTokens);
        Assert.Equal([KeyOf(model with { MaxOutputTokens = 77 }), KeyOf(model)], (await ledger.PastSittingsAsync(model, Token)).Select(past => past.Key));
        Assert.Equal(4, (await ledger.PastSittingsAsync(null, Token)).Count);
        Assert.Equal(["model-a", "model-a", "model-a", "model-b"], await ledger.ModelsAsync(Token).Select(any => any.Name).ToListAsync(Token));
    }

    [Fact]
    public async Task The_latest_import_of_a_published_board_is_found_by_each_of_its_names()
    {
        await using var ledger = OpenLedger();
        var first = new Publication("title", "id", "file", "a\r\n\uFEFF", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)) { Source = "https://example.org", Questions = 20, Score = "avg" };
        var (later, other) = (first with { Content = "b", Source = null, Questions = null, Score = null }, first with { Name = "another" });
        await ledger.PublishAsync(first, Token);
        Assert.Equal([first], await ledger.PublicationsAsync("title", Token).ToListAsync(Token));

        await ledger.PublishAsync(later, Token);
        await ledger.PublishAsync(other, Token);

        Assert.Equal([later], await ledger.PublicationsAsync("title", Token).ToListAsync(Token));
        Assert.Equal([other, later], await ledger.PublicationsAsync("id", Token).ToListAsync(Token));
        Assert.Equal([other, later], await ledger.PublicationsAsync("file", Token).ToListAsync(Token));
        Assert.Equal([other, later], await ledger.PublicationsAsync(null, Token).ToListAsync(Token));
        Assert.Empty(await ledger.PublicationsAsync("none", Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Results_are_the_attempts_without_their_replies()
    {
        await using var ledger = OpenLedger();
        var sitting = await BeginAsync(ledger, "model-a");
        var grade = new Grade(Verdict.Partial, 0.5m, new Reading(ReadingKind.Letters, "AC", "bare"));
        await ledger.RecordAsync(
            sitting,
            [Entry("k1", new Reply(Outcome.Replied, "A, C")) with { Repeat = 3, Grade = grade }, Entry("k2", new Reply(Outcome.Failed, "")) with { Grade = null, GradedBy = null, JudgedBy = null }],
            Token);

        Assert.Equal(
            [("k1", Outcome.Replied, new Jinbang.Grading.Repeats.Vote(3, ReadingKind.Letters, "AC", Verdict.Partial, 0.5m)), ("k2", Outcome.Failed, null)],
            await ledger.ResultsAsync(sitting, Token).Select(result => (result.Key, result.Outcome, result.Vote)).ToListAsync(Token));
    }

    [Fact]
    public async Task A_sheet_is_kept_until_attempts_or_grades_change()
    {
        await using var ledger = OpenLedger();
        var sitting = await BeginAsync(ledger, "model-a");
        var sheet = new Jinbang.Grading.Sheets.ScoreSheet(1, 1);
        sheet.Cells[0] = new(Jinbang.Grading.Sheets.SheetState.Right) { Points = 1 };
        await ledger.WriteAsync([new(sitting) { Sheet = new SittingSheet("m", sheet) }], Token);

        var kept = await ledger.SheetAsync(sitting, Token);
        Assert.Equal(("m", 1f), (kept?.Mark, kept?.Sheet.PointsOf(0)));

        await ledger.RecordAsync(sitting, [Entry("k1", new Reply(Outcome.Replied, "A"))], Token);
        Assert.Null(await ledger.SheetAsync(sitting, Token));
    }

    [Fact]
    public async Task A_reply_that_was_paid_for_is_never_replaced()
    {
        await using var ledger = OpenLedger();
        var sitting = await BeginAsync(ledger, "model-a");
        var first = Entry("k1", new Reply(Outcome.Replied, "first"));
        await ledger.RecordAsync(sitting, [first], Token);

        await ledger.RecordAsync(sitting, [Entry("k1", new Reply(Outcome.Replied, "second"))], Token);
        await ledger.RecordAsync(sitting, [Entry("k1", new Reply(Outcome.Failed, ""))], Token);

        Assert.Equal([first], await ReadAsync(ledger, sitting));
    }

    [Fact]
    public async Task A_failed_attempt_is_replaced_by_its_later_reply()
    {
        await using var ledger = OpenLedger();
        var sitting = await BeginAsync(ledger, "model-a");
        await ledger.RecordAsync(sitting, [Entry("k1", new Reply(Outcome.Failed, "") { Error = "Timeout" })], Token);
        var later = Entry("k1", new Reply(Outcome.Replied, "B"));

        await ledger.RecordAsync(sitting, [later], Token);

        Assert.Equal([later], await ReadAsync(ledger, sitting));
    }

    [Fact]
    public async Task A_batch_is_recorded_as_a_whole_or_not_at_all()
    {
        await using var ledger = OpenLedger();
        var sitting = await BeginAsync(ledger, "model-a");
        var broken = Entry("k2", new Reply(Outcome.Replied, "x")) with { Question = null! };

        await Assert.ThrowsAnyAsync<Exception>(() => ledger.RecordAsync(sitting, [Entry("k1", new Reply(Outcome.Replied, "x")), broken], Token));

        Assert.Empty(await ReadAsync(ledger, sitting));
    }

    [Fact]
    public async Task A_new_grade_replaces_the_old_one_and_leaves_the_reply()
    {
        await using var ledger = OpenLedger();
        var sitting = await BeginAsync(ledger, "model-a");
        var entry = Entry("k1", new Reply(Outcome.Replied, "B"));
        await ledger.RecordAsync(sitting, [entry], Token);
        var regraded = entry with { Grade = entry.Grade! with { Verdict = Verdict.Wrong, Points = 0 }, GradedBy = "other key" };

        await ledger.RegradeAsync(sitting, [regraded], Token);

        Assert.Equal([regraded], await ReadAsync(ledger, sitting));
    }

    [Fact]
    public async Task Of_a_model_s_sittings_the_one_last_worked_on_counts()
    {
        await using var ledger = OpenLedger();
        var first = await BeginAsync(ledger, "model-a", "prompt one");
        var second = await BeginAsync(ledger, "model-a", "prompt two");
        Assert.Equal([second], await LatestAsync(ledger));

        await BeginAsync(ledger, "model-a", "prompt one");

        Assert.Equal([first], await LatestAsync(ledger));
    }

    [Fact]
    public async Task A_model_keeps_the_edition_it_was_first_seen_in()
    {
        await using var ledger = OpenLedger();
        await BeginAsync(ledger, "model-a", edition: "2026-10");
        await BeginAsync(ledger, "model-a", "new prompt", edition: "2026-11");
        await BeginAsync(ledger, "model-b", edition: "2026-11");

        var sittings = await ledger.SittingsAsync("sample", Language.English, Token);

        Assert.Equal([("model-a", "2026-10"), ("model-b", "2026-11")], sittings.Select(sitting => (sitting.Model.Name, sitting.FirstEdition!)));
    }

    [Fact]
    public async Task A_judgement_comes_back_as_it_was_first_kept()
    {
        await using var ledger = OpenLedger();
        var kept = Judgement("j1", "s1", "{\"points\": [1]}");
        await ledger.WriteAsync([new LedgerPage("s1") { Judgements = [kept] }], Token);
        await ledger.WriteAsync([new LedgerPage("s2") { Judgements = [Judgement("j1", "s2", "another"), Judgement("j2", "s1", "more")] }], Token);

        Assert.Equal(kept, await ledger.FindJudgementAsync("j1", Token));
        Assert.Null(await ledger.FindJudgementAsync("j3", Token));
        Assert.Equal(["j1", "j2"], await ledger.JudgementsAsync("s1", Token).Select(judgement => judgement.Key).ToListAsync(Token));
        Assert.Empty(await ledger.JudgementsAsync("s2", Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_batch_is_open_until_it_ends_which_books_what_it_lost_once()
    {
        await using var ledger = OpenLedger();
        var sitting = await BeginAsync(ledger, "model-a");
        var begunAt = new DateTimeOffset(2026, 11, 25, 8, 30, 0, TimeSpan.Zero);
        var (first, second) = (new OpenBatch("b1", sitting, begunAt, 1.5m, ["k2", "k1"]), new OpenBatch("b2", sitting, begunAt.AddSeconds(1), 2, ["k3"]));
        await ledger.BeginBatchAsync(second, Token);
        await ledger.BeginBatchAsync(first, Token);
        await ledger.NameBatchAsync("b1", "remote-1", Token);

        Assert.Equivalent(new[] { first with { Remote = "remote-1" }, second }, await ledger.OpenBatchesAsync(sitting, Token), strict: true);
        Assert.Equal(["k2", "k1"], (await ledger.OpenBatchesAsync(sitting, Token))[0].Attempts);

        await ledger.EndBatchAsync(first, begunAt, 0.25m, Token);
        await ledger.EndBatchAsync(first, begunAt, 0.25m, Token);

        Assert.Equal("b2", Assert.Single(await ledger.OpenBatchesAsync(sitting, Token)).Key);
        Assert.Empty(await ledger.OpenBatchesAsync("another", Token));
        Assert.Equal(["remote-1"], await ledger.BatchIdsAsync(Token));
        Assert.Equal(new UnknownSpending(0.25m, 0), await ledger.UnknownSpendingAsync(sitting, Token));
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        await using var ledger = OpenLedger();
        var sitting = await BeginAsync(ledger, "model-a");

        await Task.WhenAll(Enumerable.Range(0, 200).Select(n => Task.Run(
            () => ledger.RecordAsync(sitting, [Entry($"k{n}", new Reply(Outcome.Replied, $"{n}"))], Token), Token)));

        Assert.Equal(200, (await ReadAsync(ledger, sitting)).DistinctBy(entry => entry.Key).Count());
    }

    [Fact]
    public async Task Texts_come_back_whatever_is_in_them_but_for_half_a_surrogate_pair_which_is_none()
    {
        const string Hostile = "\0\uFFFE0\uFFFE\uFFFF\uFEFF\r\n\t\u001B[31m'\"\\\\$1 @key :key {0} %s '; DROP TABLE attempt; -- \u202E🀄\uD800x\uDC00";
        const string Kept = "\0\uFFFE0\uFFFE\uFFFF\uFEFF\r\n\t\u001B[31m'\"\\\\$1 @key :key {0} %s '; DROP TABLE attempt; -- \u202E🀄\uFFFDx\uFFFD";
        await using var ledger = OpenLedger();
        var sitting = await BeginAsync(ledger, "model-a");
        await ledger.RecordAsync(sitting, [Full("k1", Hostile)], Token);
        await ledger.WriteAsync([new(sitting) { Judgements = [Judgement("j1", sitting, Hostile)] }], Token);
        await ledger.DecideAsync([new("sample", Language.English, "q1", Hostile, DecisionKind.Drop, "A", Hostile, DateTimeOffset.UnixEpoch)], Token);

        Assert.Equal([Full("k1", Kept)], await ReadAsync(ledger, sitting));
        Assert.Equal(Full("k1", Kept), await ledger.FindSentAsync(Hostile, Token));
        Assert.Equal(Judgement("j1", sitting, Kept), await ledger.FindJudgementAsync("j1", Token));
        Assert.Equal(Kept, Assert.Single(await ledger.DecisionsAsync("sample", Language.English, Token)).Reason);
    }

    [Fact]
    public async Task A_reply_of_twenty_megabytes_comes_back_whole()
    {
        await using var ledger = OpenLedger();
        var sitting = await BeginAsync(ledger, "model-a");
        var entries = new[] { "k1", "k2" }.Select(key => Entry(key, new Reply(Outcome.Replied, key + new string('重', 7_000_000)))).ToList();

        await ledger.RecordAsync(sitting, entries, Token);

        Assert.Equal(entries, await ReadAsync(ledger, sitting));
    }

    [Fact]
    public async Task What_is_written_at_once_counts_as_if_written_one_after_the_other()
    {
        await using var ledger = OpenLedger();
        var sitting = await BeginAsync(ledger, "model-a");
        var (failed, first, second) = (Entry("k1", new Reply(Outcome.Failed, "")), Entry("k1", new Reply(Outcome.Replied, "B")), Entry("k1", new Reply(Outcome.Replied, "C")));
        var regraded = first with { GradedBy = "later" };
        LedgerPage page = new(sitting) { Entries = [failed, first, second], Grades = [first with { GradedBy = "earlier" }, regraded], Lost = 0.25m, Outstanding = 2 };

        await ledger.WriteAsync([page, new(sitting) { Lost = 0.5m, Outstanding = 1, Judgements = [Judgement("j1", sitting, "a"), Judgement("j1", sitting, "b")] }], Token);

        Assert.Equal([regraded], await ReadAsync(ledger, sitting));
        Assert.Equal(new UnknownSpending(0.75m, 1), await ledger.UnknownSpendingAsync(sitting, Token));
        Assert.Equal([Judgement("j1", sitting, "a")], await ledger.JudgementsAsync(sitting, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task What_is_known_of_a_sitting_is_the_same_in_whatever_order_it_was_recorded()
    {
        await using var ledger = OpenLedger();
        var found = new List<(string Results, UnknownSpending Unknown)>();
        foreach (var seed in Enumerable.Range(0, 4))
        {
            var sitting = await BeginAsync(ledger, $"model-{seed}");
            List<LedgerPage> pages = [.. Enumerable.Range(0, 60).Select(n => new LedgerPage(sitting)
            {
                Entries = [Entry($"{seed}-{n:D2}", new Reply(n % 7 == 0 ? Outcome.Failed : Outcome.Replied, $"{n}") { Cost = n * 0.1m })],
                Lost = n * 0.01m,
                Judgements = [Judgement($"{seed}-{n:D2}", sitting, "a")],
            })];
            var shuffled = pages.ToArray();
            new Random(seed).Shuffle(shuffled);
            foreach (var some in shuffled.Chunk(13 + seed))
            {
                await ledger.WriteAsync(some, Token);
            }

            var results = await ledger.ResultsAsync(sitting, Token).Select(result => $"{result.Key[2..]} {result.Outcome} {result.Cost}").ToListAsync(Token);
            found.Add((string.Join('\n', results.Order(StringComparer.Ordinal)), await ledger.UnknownSpendingAsync(sitting, Token)));
        }

        Assert.Single(found.Distinct());
        Assert.Equal(17.7m, found[0].Unknown.Lost);
    }

    private static LedgerEntry Full(string key, string text) => Entry(key, new Reply(Outcome.Replied, text) { Thinking = text, FinishReason = text, Error = text, ServedBy = text }) with
    {
        Request = text,
        GradedBy = text,
    };

    private static LedgerEntry Entry(string key, Reply reply) => new(
        key, "q1", 0, new DateTimeOffset(2026, 11, 25, 8, 30, 0, TimeSpan.Zero), reply,
        new Grade(Verdict.Partial, 0.5m, new Reading(ReadingKind.Letters, "AC", "cue", 3, 2, 0.9)))
    {
        GradedBy = "key",
        JudgedBy = "j1 j2",
    };

    private static LedgerJudgement Judgement(string key, string sitting, string text) => new(
        key, sitting, "k1", JudgementUse.Rubric, "rubric", new DateTimeOffset(2026, 11, 25, 8, 30, 0, TimeSpan.Zero),
        new Judgement("judge", new Reply(Outcome.Replied, text) { Usage = new TokenUsage(12, 3), Cost = 0.000012m, Elapsed = TimeSpan.FromSeconds(1.5) }));

    private static async Task<string> BeginAsync(Ledger ledger, string model, string prompt = "prompt", string? edition = null)
    {
        var sitting = new Sitting("sample", Language.English, Samples.Model(model), prompt);
        await ledger.BeginAsync(sitting, 1, edition, Token);
        return sitting.Key;
    }

    private static async Task<IEnumerable<string>> LatestAsync(Ledger ledger) =>
        (await ledger.SittingsAsync("sample", Language.English, Token)).Select(sitting => sitting.Key);

    private static async Task<List<LedgerEntry>> ReadAsync(Ledger ledger, string sitting)
    {
        var entries = new List<LedgerEntry>();
        await foreach (var entry in ledger.ReadAsync(sitting, Token))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
