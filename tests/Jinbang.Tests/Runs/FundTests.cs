using CsCheck;
using Jinbang.Runs;

namespace Jinbang.Tests.Runs;

/// <summary>Budgets of several that draw from one cap bit by bit.</summary>
public sealed class FundTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public Task However_many_draw_from_one_cap_each_spends_no_more_than_it_drew_and_all_no_more_than_the_cap() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[1, 20], Gen.Int[0, 30].Array[0, 200]).SampleAsync(async (cap, portion, worsts) =>
        {
            var till = new Till(cap, portion);
            var budgets = Enumerable.Range(0, 3).Select(_ => new Budget(cap, (_, _) => till.Open())).ToList();
            await Task.WhenAll(worsts.Select((worst, at) => Task.Run(async () =>
            {
                var (budget, drawer) = (budgets[at % 3], till.Drawers[at % 3]);
                if (await budget.ReserveAsync(worst, Token))
                {
                    await Task.Yield();
                    budget.Settle(worst, worst - (worst / 3));
                    Assert.True(budget.Spent <= drawer.Drawn);
                }
            })));
            return budgets.Sum(budget => budget.Spent) <= till.Drawers.Sum(drawer => drawer.Drawn) && till.Drawers.Sum(drawer => drawer.Drawn) <= cap;
        }, iter: 200);

    [Fact]
    public async Task A_call_draws_before_it_waits_for_others_and_waits_when_nothing_can_be_drawn()
    {
        var till = new Till(10, 1);
        var budget = new Budget(10, (_, _) => till.Open());

        Assert.True(await budget.ReserveAsync(6, Token));
        Assert.True(await budget.ReserveAsync(4, Token));
        Assert.Equal(10, till.Drawers[0].Drawn);
        var third = budget.ReserveAsync(5, Token);
        Assert.False(third.IsCompleted);
        budget.Settle(6, 1);

        Assert.True(await third);
    }

    [Fact]
    public async Task What_another_has_drawn_is_not_there()
    {
        var till = new Till(10, 4);
        var (one, another) = (new Budget(10, (_, _) => till.Open()), new Budget(10, (_, _) => till.Open()));
        Assert.True(await one.ReserveAsync(7, Token));

        Assert.False(await another.ReserveAsync(4, Token));
        Assert.False(await another.TryReserveAsync(4, Token));
        Assert.True(await another.TryReserveAsync(2, Token));
    }

    [Fact]
    public async Task A_model_with_a_cap_of_its_own_draws_from_both()
    {
        var (tills, caps) = (new Dictionary<string, Till>(), new Dictionary<string, decimal> { ["capped"] = 3 });
        var budget = new Budget(10, (model, cap) => (tills[model] = new Till(cap!.Value, 1)).Open()) { ModelCaps = caps };

        Assert.True(await budget.Of("capped").ReserveAsync(2, Token));
        Assert.False(await budget.Of("capped").TryReserveAsync(2, Token));
        Assert.True(await budget.Of("free").ReserveAsync(5, Token));

        Assert.Equal((2, 7), (tills["capped"].Drawers[0].Drawn, tills[""].Drawers[0].Drawn));
    }

    [Fact]
    public async Task What_was_spent_before_is_not_drawn_again()
    {
        var till = new Till(10, 1);
        var budget = new Budget(100, (_, _) => till.Open());
        budget.Count(90);

        Assert.True(await budget.ReserveAsync(4, Token));
        Assert.True(await budget.TryReserveAsync(6, Token));
        Assert.False(await budget.TryReserveAsync(1, Token));

        Assert.Equal((10, 90, 0), (till.Drawers[0].Drawn, budget.Spent, budget.Left));
    }

    [Fact]
    public async Task What_is_given_up_is_drawn_anew_before_it_is_spent()
    {
        var till = new Till(10, 8);
        var (one, another) = (new Budget(10, (_, _) => till.Open()), new Budget(10, (_, _) => till.Open()));
        await one.ReserveAsync(3, Token);
        one.Settle(3, 2);
        await one.ReserveAsync(1, Token);
        Assert.Equal(8, till.Drawers[0].Drawn);

        till.Drawers[0].Drawn = one.GiveUp();

        Assert.Equal(3, till.Drawers[0].Drawn);
        Assert.True(await another.TryReserveAsync(6, Token));
        Assert.False(await one.TryReserveAsync(1, Token));
        till.Drawers[1].Drawn = another.GiveUp();
        Assert.True(await one.TryReserveAsync(1, Token));
        Assert.Equal((4, 6), (till.Drawers[0].Drawn, till.Drawers[1].Drawn));
    }

    /// <summary>Yuan that several draw in portions.</summary>
    private sealed class Till(decimal cap, decimal portion)
    {
        private readonly Lock gate = new();

        public List<Drawer> Drawers { get; } = [];

        public Drawer Open()
        {
            Drawers.Add(new Drawer(this));
            return Drawers[^1];
        }

        private bool Draw(Drawer drawer, decimal needed)
        {
            lock (gate)
            {
                var left = cap - Drawers.Sum(one => one.Drawn);
                var least = needed - drawer.Drawn;
                drawer.Drawn += least > left ? 0 : Math.Min(left, Math.Max(portion, least));
                return drawer.Drawn >= needed;
            }
        }

        public sealed class Drawer(Till till) : Fund
        {
            private decimal drawn;

            public decimal Drawn
            {
                get
                {
                    lock (till.gate)
                    {
                        return drawn;
                    }
                }

                set => drawn = value;
            }

            public override decimal? AtOnce => 0;

            public override async ValueTask<bool> DrawAsync(Budget budget, decimal least, CancellationToken cancellationToken)
            {
                await Task.Yield();
                lock (till.gate)
                {
                    var isDrawn = till.Draw(this, budget.Taken + least);
                    budget.Fill(drawn);
                    return isDrawn;
                }
            }
        }
    }
}
