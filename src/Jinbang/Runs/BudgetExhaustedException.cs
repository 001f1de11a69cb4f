namespace Jinbang.Runs;

/// <summary>The next call's worst case does not fit into the budget any more; it was not made.</summary>
internal sealed class BudgetExhaustedException : Exception;
