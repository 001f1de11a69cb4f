using System.Numerics;
using Fractions;

namespace Jinbang.Grading.Mathematics;

/// <summary>A mathematical expression as a tree.</summary>
internal abstract record Term
{
    private const int MostBits = 4096;

    /// <summary>The exact value at a point; null where it is irrational, undefined or too large to write down.</summary>
    public abstract Fraction? Exact(Point point);

    /// <summary>The approximate value at a point; not finite where it is undefined.</summary>
    public abstract Complex Value(Point point);

    /// <summary>The number, or null when it has more digits than an answer would.</summary>
    protected static Fraction? Bounded(Fraction value) =>
        value.Numerator.GetBitLength() + value.Denominator.GetBitLength() <= MostBits ? value : null;
}
