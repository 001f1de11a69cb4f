using System.Numerics;
using Fractions;

namespace Jinbang.Grading.Mathematics;

/// <summary>A variable, or one of the constants π, e and i. Infinity is a variable like any other: it equals itself alone.</summary>
internal sealed record SymbolTerm(string Name) : Term
{
    private bool IsConstant => Name is "π" or "e" or "i";

    /// <inheritdoc/>
    public override Fraction? Exact(Point point) => IsConstant ? null : point.Of(Name);

    /// <inheritdoc/>
    public override Complex Value(Point point) => Name switch
    {
        "π" => Math.PI,
        "e" => Math.E,
        "i" => Complex.ImaginaryOne,
        _ => point.Of(Name).ToDouble(),
    };
}
