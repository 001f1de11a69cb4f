using System.Numerics;
using Fractions;

namespace Jinbang.Grading.Mathematics;

/// <summary>A product of factors.</summary>
internal sealed record ProductTerm(IReadOnlyList<Term> Factors) : Term
{
    /// <summary>The product of factors, of which words, being units, count only when there is nothing else.</summary>
    public static Term Of(IReadOnlyList<Term> factors)
    {
        var values = factors.Where(factor => factor is not (WordTerm or PowerTerm { Base: WordTerm })).ToList();
        return values.Count switch
        {
            0 => new WordTerm(string.Join(' ', factors.OfType<WordTerm>().Select(word => word.Text))),
            1 => values[0],
            _ => new ProductTerm(values),
        };
    }

    /// <inheritdoc/>
    public override Fraction? Exact(Point point)
    {
        Fraction? product = Fraction.One;
        foreach (var factor in Factors)
        {
            product = product is { } before && factor.Exact(point) is { } more ? Bounded(before * more) : null;
        }

        return product;
    }

    /// <inheritdoc/>
    public override Complex Value(Point point) => Factors.Aggregate(Complex.One, (product, factor) => product * factor.Value(point));
}
