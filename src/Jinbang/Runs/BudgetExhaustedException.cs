using System.Globalization;

namespace Jinbang.Runs;

/// <summary>The next call's worst case does not fit into what is left of the budget; it was not made.</summary>
/// <param name="worst">Most yuan that the call could cost.</param>
/// <param name="left">Yuan that are neither spent nor set aside.</param>
internal sealed class BudgetExhaustedException(decimal worst, decimal left) : Exception
{
    public Phrase Problem { get; } = new(
        $"The next call could cost up to ¥{Figure(worst)}, and ¥{Figure(left)} of the budget is left. Raise --budget, or lower max-output-tokens in jinbang.yaml.",
        $"下一次调用最多可能花费 {Figure(worst)} 元，而预算只剩 {Figure(left)} 元。请提高 --budget，或在 jinbang.yaml 中调低 max-output-tokens。");

    private static string Figure(decimal yuan) => yuan.ToString("0.00##", CultureInfo.InvariantCulture);
}
