using MathNet.Numerics;

namespace Jinbang.Statistics.Pairs;

/// <summary>Tests whether the items on which two models differ favour one of them: McNemar's test, which for right and wrong
/// is the sign test. Without a true difference each such item favours either with chance one half.</summary>
public static class SignTest
{
    /// <summary>The exact two-sided p-value: min(1, 2 · P(X ≤ min(one, other))), X binomial with one + other trials of ½
    /// (McNemar 1947, Psychometrika 12:153–157). Never errs more often than said.</summary>
    /// <param name="one">Items that favour one.</param>
    /// <param name="other">Items that favour the other.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static double Exact(int one, int other)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(one);
        ArgumentOutOfRangeException.ThrowIfNegative(other);
        var (few, many) = (Math.Min(one, other), Math.Max(one, other));
        return few == many ? 1 : Math.Min(1, 2 * SpecialFunctions.BetaRegularized(many, few + 1, 0.5));
    }

    /// <summary>The mid-p value, which counts half of the chance of what was seen (Fagerland, Lydersen &amp; Laake 2013, BMC Med.
    /// Res. Methodol. 13:91): less cautious than the exact one, seldom above the stated error.</summary>
    /// <inheritdoc cref="Exact"/>
    /// <returns>1 where no item favours either.</returns>
    public static double MidP(int one, int other) => (one, other) switch
    {
        (0, 0) => 1,
        _ when one == other => 1 - Chance(one, other) / 2,
        _ => Exact(one, other) - Chance(one, other),
    };

    /// <summary>The evidence for a difference as a bet against chance: E = 2ᵐ B(one + ½, other + ½) / B(½, ½) with m = one + other.
    /// It may be looked at after every item: without a difference it ever reaches 20 with a chance of at most 1/20 (Ville 1939).</summary>
    /// <inheritdoc cref="Exact"/>
    public static double Evidence(int one, int other) => Math.Exp(
        (one + other) * Math.Log(2) + SpecialFunctions.BetaLn(one + 0.5, other + 0.5) - SpecialFunctions.BetaLn(0.5, 0.5));

    /// <summary>The chance of just these numbers.</summary>
    private static double Chance(int one, int other) => Math.Exp(
        SpecialFunctions.GammaLn(one + other + 1) - SpecialFunctions.GammaLn(one + 1) - SpecialFunctions.GammaLn(other + 1) - (one + other) * Math.Log(2));
}
