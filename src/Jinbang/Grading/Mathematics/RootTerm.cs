using System.Numerics;
using Fractions;

namespace Jinbang.Grading.Mathematics;

/// <summary>The root of a term; of a negative number an odd root is negative.</summary>
internal sealed record RootTerm(Term Radicand, int Degree) : Term
{
    /// <inheritdoc/>
    public override Fraction? Exact(Point point) => null;

    /// <inheritdoc/>
    public override Complex Value(Point point)
    {
        var radicand = Radicand.Value(point);
        return radicand.Imaginary == 0 && radicand.Real < 0 && Degree % 2 == 1 ? -Math.Pow(-radicand.Real, 1.0 / Degree)
            : radicand.Imaginary == 0 && radicand.Real >= 0 ? Degree == 2 ? Math.Sqrt(radicand.Real) : Math.Pow(radicand.Real, 1.0 / Degree)
            : Complex.Pow(radicand, 1.0 / Degree);
    }
}
