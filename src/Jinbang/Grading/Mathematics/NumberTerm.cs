using System.Numerics;
using Fractions;

namespace Jinbang.Grading.Mathematics;

/// <summary>A rational number.</summary>
internal sealed record NumberTerm(Fraction Number) : Term
{
    /// <inheritdoc/>
    public override Fraction? Exact(Point point) => Number;

    /// <inheritdoc/>
    public override Complex Value(Point point) => Number.ToDouble();
}
