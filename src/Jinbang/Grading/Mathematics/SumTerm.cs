using System.Numerics;
using Fractions;

namespace Jinbang.Grading.Mathematics;

/// <summary>A sum of terms.</summary>
internal sealed record SumTerm(IReadOnlyList<Term> Terms) : Term
{
    /// <inheritdoc/>
    public override Fraction? Exact(Point point)
    {
        Fraction? sum = Fraction.Zero;
        foreach (var term in Terms)
        {
            sum = sum is { } before && term.Exact(point) is { } more ? Bounded(before + more) : null;
        }

        return sum;
    }

    /// <inheritdoc/>
    public override Complex Value(Point point) => Terms.Aggregate(Complex.Zero, (sum, term) => sum + term.Value(point));
}
