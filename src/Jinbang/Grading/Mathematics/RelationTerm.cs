using System.Numerics;
using Fractions;

namespace Jinbang.Grading.Mathematics;

/// <summary>An equation, an inequality or a membership. It has no value.</summary>
/// <param name="Sign">"=", "&lt;", "≤", ">", "≥", "≠" or "∈".</param>
/// <param name="Left">Before the sign.</param>
/// <param name="Right">After it.</param>
internal sealed record RelationTerm(string Sign, Term Left, Term Right) : Term
{
    /// <inheritdoc/>
    public override Fraction? Exact(Point point) => null;

    /// <inheritdoc/>
    public override Complex Value(Point point) => Complex.NaN;
}
