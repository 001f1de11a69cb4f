using CsCheck;
using Jinbang.Runs;

namespace Jinbang.Tests.Runs;

public sealed class BudgetTests
{
    [Fact]
    public void Whatever_the_calls_cost_up_to_their_worst_case_the_cap_is_never_exceeded() =>
        Gen.Select(Gen.Int[0, 100], Gen.Int[0, 30].Array[0, 200]).Sample((cap, worsts) =>
        {
            var budget = new Budget(cap);
            Parallel.ForEach(worsts, worst =>
            {
                if (budget.TryReserve(worst))
                {
                    budget.Settle(worst, worst - (worst / 3));
                }
            });
            Assert.True(budget.Spent <= cap);
        }, iter: 200);

    [Fact]
    public void Open_reservations_count_until_they_are_settled()
    {
        var budget = new Budget(10);
        Assert.True(budget.TryReserve(6));
        Assert.False(budget.TryReserve(5));

        budget.Settle(6, 1);

        Assert.True(budget.TryReserve(9));
        Assert.False(budget.TryReserve(0.0001m));
    }

    [Fact]
    public void What_earlier_runs_spent_counts() => Assert.False(new Budget(10, spent: 9).TryReserve(2));

    [Fact]
    public void Without_a_cap_everything_fits() => Assert.True(new Budget(null).TryReserve(decimal.MaxValue / 2));
}
