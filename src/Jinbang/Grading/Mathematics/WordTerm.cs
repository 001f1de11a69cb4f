using System.Numerics;
using Fractions;

namespace Jinbang.Grading.Mathematics;

/// <summary>Words where an expression is expected: "even", "Tuesday". It has no value.</summary>
internal sealed record WordTerm(string Text) : Term
{
    /// <inheritdoc/>
    public override Fraction? Exact(Point point) => null;

    /// <inheritdoc/>
    public override Complex Value(Point point) => Complex.NaN;
}
