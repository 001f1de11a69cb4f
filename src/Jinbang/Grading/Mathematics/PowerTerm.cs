using System.Numerics;
using Fractions;

namespace Jinbang.Grading.Mathematics;

/// <summary>A power.</summary>
internal sealed record PowerTerm(Term Base, Term Exponent) : Term
{
    private const int LargestExponent = 256;
    private const int MostBits = 4096;

    /// <summary>One over a term.</summary>
    public static Term Inverse(Term term) => new PowerTerm(term, new NumberTerm(Fraction.MinusOne));

    /// <inheritdoc/>
    public override Fraction? Exact(Point point)
    {
        if (Base.Exact(point) is not { } number || Exponent.Exact(point) is not { } power || power.Denominator != 1 || BigInteger.Abs(power.Numerator) > LargestExponent)
        {
            return null;
        }

        var exponent = (int)power.Numerator;
        var bits = Math.Max(number.Numerator.GetBitLength(), number.Denominator.GetBitLength()) * Math.Abs(exponent);
        return bits > MostBits || (number.IsZero && exponent <= 0) ? null : Fraction.Pow(number, exponent);
    }

    /// <inheritdoc/>
    public override Complex Value(Point point)
    {
        var (number, power) = (Base.Value(point), Exponent.Value(point));
        return power == -1 ? 1 / number : number.Imaginary == 0 && power.Imaginary == 0 && (number.Real >= 0 || double.IsInteger(power.Real))
            ? Math.Pow(number.Real, power.Real)
            : Complex.Pow(number, power);
    }
}
