using System.Numerics;
using Fractions;

namespace Jinbang.Grading.Mathematics;

/// <summary>A term with a percent or degree sign.</summary>
internal sealed record MeasureTerm(Term Inner, char Sign) : Term
{
    private static readonly Fraction Hundredth = new(1, 100);

    /// <inheritdoc/>
    public override Fraction? Exact(Point point) => Sign == '%' && Inner.Exact(point) is { } value ? Bounded(value * Hundredth) : null;

    /// <inheritdoc/>
    public override Complex Value(Point point) => Inner.Value(point) * (Sign == '%' ? 0.01 : Math.PI / 180);
}
