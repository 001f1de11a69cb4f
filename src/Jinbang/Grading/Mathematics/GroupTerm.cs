using System.Numerics;
using Fractions;

namespace Jinbang.Grading.Mathematics;

/// <summary>Several terms together. It has no value.</summary>
/// <param name="Brackets">"()" for points and open intervals, "[)" and the like for intervals, "{}" for sets, "" for mere lists,
/// "∪" for unions, "∩" for intersections, "row" and "matrix".</param>
/// <param name="Items">What stands in it.</param>
internal sealed record GroupTerm(string Brackets, IReadOnlyList<Term> Items) : Term
{
    /// <summary>Whether the order of the items counts.</summary>
    public bool IsOrdered => Brackets is not ("" or "{}" or "∪" or "∩");

    /// <inheritdoc/>
    public override Fraction? Exact(Point point) => null;

    /// <inheritdoc/>
    public override Complex Value(Point point) => Complex.NaN;
}
