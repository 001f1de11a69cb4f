using System.Collections.Frozen;
using System.Numerics;
using Fractions;

namespace Jinbang.Grading.Mathematics;

/// <summary>A function of a term.</summary>
internal sealed record CallTerm(string Function, Term Argument) : Term
{
    private const int LargestFactorial = 60;

    private static readonly FrozenDictionary<string, Func<Complex, Complex>> Functions = new Dictionary<string, Func<Complex, Complex>>
    {
        ["sin"] = Complex.Sin,
        ["cos"] = Complex.Cos,
        ["tan"] = Complex.Tan,
        ["cot"] = x => 1 / Complex.Tan(x),
        ["sec"] = x => 1 / Complex.Cos(x),
        ["csc"] = x => 1 / Complex.Sin(x),
        ["arcsin"] = Complex.Asin,
        ["arccos"] = Complex.Acos,
        ["arctan"] = Complex.Atan,
        ["sinh"] = Complex.Sinh,
        ["cosh"] = Complex.Cosh,
        ["tanh"] = Complex.Tanh,
        ["ln"] = Complex.Log,
        ["log"] = Complex.Log10,
        ["lg"] = Complex.Log10,
        ["exp"] = Complex.Exp,
        ["abs"] = x => Complex.Abs(x),
        ["!"] = _ => Complex.NaN,
    }.ToFrozenDictionary();

    /// <summary>Whether a name is that of a function.</summary>
    public static bool IsFunction(string name) => Functions.ContainsKey(name);

    /// <inheritdoc/>
    public override Fraction? Exact(Point point) => Argument.Exact(point) is not { } value ? null
        : Function == "abs" ? Fraction.Abs(value)
        : Function == "!" && value.Denominator == 1 && value.Numerator >= 0 && value.Numerator <= LargestFactorial ? Factorial((int)value.Numerator)
        : null;

    /// <inheritdoc/>
    public override Complex Value(Point point) =>
        Function == "!" && Exact(point) is { } factorial ? factorial.ToDouble() : Functions[Function](Argument.Value(point));

    private static Fraction Factorial(int n) => new(Enumerable.Range(1, n).Aggregate(BigInteger.One, (product, factor) => product * factor));
}
