using CsCheck;
using Jinbang.Runs;

namespace Jinbang.Tests.Runs;

public sealed class BudgetTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public Task Whatever_the_calls_cost_up_to_their_worst_case_the_cap_is_never_exceeded() =>
        Gen.Select(Gen.Int[0, 100], Gen.Int[0, 30].Array[0, 200]).SampleAsync(async (cap, worsts) =>
        {
            var budget = new Budget(cap);
            await Task.WhenAll(worsts.Select(worst => Task.Run(async () =>
            {
                if (await budget.ReserveAsync(worst, Token))
                {
                    await Task.Yield();
                    budget.Settle(worst, worst - (worst / 3));
                    Assert.True(budget.Spent <= cap);
                }
            })));
            return budget.Spent <= cap && budget.Left == cap - budget.Spent;
        }, iter: 200);

    [Fact]
    public async Task A_call_waits_for_those_under_way_rather_than_being_refused()
    {
        var budget = new Budget(10);
        Assert.True(await budget.ReserveAsync(6, Token));
        var second = budget.ReserveAsync(5, Token);
        Assert.False(second.IsCompleted);

        budget.Settle(6, 1);

        Assert.True(await second);
    }

    [Fact]
    public async Task A_call_that_can_never_fit_is_refused()
    {
        var budget = new Budget(10);
        budget.Count(9);

        Assert.False(await budget.ReserveAsync(2, Token));
        Assert.True(await budget.ReserveAsync(1, Token));
    }

    [Fact]
    public async Task Waiting_for_room_can_be_cancelled()
    {
        var budget = new Budget(10);
        await budget.ReserveAsync(10, Token);
        using var stop = new CancellationTokenSource();
        var waiting = budget.ReserveAsync(1, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Without_a_cap_everything_fits() => Assert.True(await new Budget(null).ReserveAsync(decimal.MaxValue / 2, Token));

    [Fact]
    public Task Neither_a_model_s_cap_nor_the_common_one_is_exceeded() =>
        Gen.Select(Gen.Int[0, 100], Gen.Int[0, 60], Gen.Int[0, 30].Array[0, 100]).SampleAsync(async (cap, most, worsts) =>
        {
            var whole = new Budget(cap) { ModelCaps = new Dictionary<string, decimal> { ["capped"] = most } };
            await Task.WhenAll(worsts.Select((worst, at) => Task.Run(async () =>
            {
                var budget = whole.Of(at % 2 == 0 ? "capped" : "free");
                if (await budget.ReserveAsync(worst, Token))
                {
                    await Task.Yield();
                    budget.Settle(worst, worst - (worst / 3));
                    Assert.True(whole.Spent <= cap && whole.Of("capped").Spent <= most);
                }
            })));
            return (whole.Left, whole.UnderWay) == (cap - whole.Spent, 0) && whole.Of("capped").Spent <= Math.Min(most, whole.Spent);
        }, iter: 200);

    [Fact]
    public async Task What_is_refused_by_the_common_cap_is_not_held_against_the_model_s()
    {
        var whole = new Budget(5) { ModelCaps = new Dictionary<string, decimal> { ["capped"] = 100 } };

        Assert.False(await whole.Of("capped").ReserveAsync(6, Token));

        Assert.Equal((5m, 0), (whole.Of("capped").Left, whole.Of("capped").UnderWay));
        Assert.True(await whole.Of("capped").ReserveAsync(5, Token));
    }
}
