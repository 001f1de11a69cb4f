namespace Jinbang.Runs.Planning;

/// <summary>That a plan is likely to cost more than may be spent.</summary>
/// <param name="Fact">What exceeds what.</param>
/// <param name="Option">The option of the command line that raises the budget in question.</param>
public sealed record BudgetExcess(Phrase Fact, string Option)
{
    /// <summary>The fact, with what to do about it at the command line.</summary>
    public Phrase AtCommandLine => new(
        $"{Fact.English} Raise it ({Option}), ask less, or spend up to it and stop there with --spend-up-to-budget.",
        $"{Fact.Chinese}请提高预算（{Option}）、少问一些，或用 --spend-up-to-budget 表示花到预算为止。");
}
