using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Pacing;
using Jinbang.Runs.Prices;

namespace Jinbang.Tests.Runs;

public sealed class RepricingTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly Rate Old = new(10, 10, 20) { Mark = "2025-01-01 CNY 10/20 x" };
    private static readonly Rate New = new(5, 5, 10) { Mark = "2025-09-01 CNY 5/10 x" };
    private readonly SqliteLedger ledger = SqliteLedger.Open(Path.Combine(Samples.TemporaryFolder(), "ledger.db"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    [Fact]
    public async Task Costs_are_computed_anew_from_kept_tokens_and_the_board_s_sums_with_them()
    {
        await AskAsync(10, Usual);
        Assert.Equal((Old.Mark, 0.012m), await BoardAsync());

        var trial = Assert.Single(await RepriceAsync(isTrial: true));
        Assert.Equal((Old.Mark, 0.012m), await BoardAsync());
        var move = Assert.Single(await RepriceAsync());

        Assert.Equal(trial, move);
        Assert.Equal((10, 0.012m, 0.006m, New.Mark), (move.Changed, move.Before, move.After, move.By));
        Assert.Equal((New.Mark, 0.006m), await BoardAsync());
        Assert.Equal((0, 10), (Assert.Single(await RepriceAsync()).Changed, Assert.Single(await RepriceAsync()).Same));
    }

    [Fact]
    public async Task What_a_provider_told_stays_unless_all_is_to_be_computed()
    {
        await AskAsync(4, Usual with { Cost = 1, CostBy = "provider" });

        var left = Assert.Single(await RepriceAsync());
        Assert.Equal((4, 0, 4m), (left.Told, left.Changed, left.After));
        var all = Assert.Single(await RepriceAsync(evenTold: true));

        Assert.Equal((0, 4, 0.0024m), (all.Told, all.Changed, all.After));
    }

    [Fact]
    public async Task What_has_no_tokens_or_no_price_is_left_alone()
    {
        await AskAsync(4, new Reply(Outcome.Replied, "Answer: A"));

        Assert.Equal((4, 0), (Assert.Single(await RepriceAsync()).Unknown, Assert.Single(await RepriceAsync()).Changed));
        var unpriced = await new Repricing(ledger, isTrial: false, evenTold: true).RunAsync((_, _) => null, Token);

        Assert.Equal((4, null), (Assert.Single(unpriced).Unknown, Assert.Single(unpriced).By));
    }

    [Fact]
    public async Task What_was_asked_in_batches_keeps_its_share_of_the_price()
    {
        await AskAsync(10, Usual with { Cost = 0.0006m, CostBy = Old.InBatch(0.5m).Mark });

        var move = Assert.Single(await RepriceAsync());

        Assert.Equal((10, 0.006m, 0.003m, New.Mark), (move.Changed, move.Before, move.After, move.By));
        Assert.Equal((New.InBatch(0.5m).Mark, 0.003m), await BoardAsync());
    }

    private static Reply Usual => new(Outcome.Replied, "Answer: A") { Usage = new TokenUsage(100, 10) };

    private async Task AskAsync(int questions, Reply reply)
    {
        using var model = new ScriptedExaminee(Samples.Model(), (_, _) => reply);
        var run = await Run.PrepareAsync(
            Samples.Exam(questions), [new Candidate(model, Old)], PromptTemplates.Load(null), ledger, Samples.Quick, new Budget(null), new OwnMeans(new OwnPace(Samples.Quick, TimeProvider.System)), TimeProvider.System, Token);
        await run.AskAsync(Token);
    }

    private Task<IReadOnlyList<CostMove>> RepriceAsync(bool isTrial = false, bool evenTold = false) =>
        new Repricing(ledger, isTrial, evenTold).RunAsync((name, provider) => (name, provider) == ("model-a", "test") ? New : null, Token);

    private async Task<(string? Marks, decimal Cost)> BoardAsync()
    {
        var tally = Assert.Single(await Standings.ReadAsync(ledger, Samples.Exam(10), keep: true, Token)).After.Tally;
        return (string.Join(" | ", tally.CostMarks), tally.KnownCost);
    }
}
