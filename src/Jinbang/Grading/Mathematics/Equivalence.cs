using System.Numerics;
using Jinbang.Grading.Scanning;

namespace Jinbang.Grading.Mathematics;

/// <summary>Decides whether two expressions say the same.</summary>
/// <remarks>
/// Two expressions are called equal when they have equal values at several points: exactly, in rational numbers, where they
/// have rational values, else to within nine digits. That two different polynomials agree at random points is most unlikely
/// (J. T. Schwartz, Fast probabilistic algorithms for verification of polynomial identities, Journal of the ACM 27, 1980;
/// R. Zippel, Probabilistic algorithms for sparse polynomials, EUROSAM 1979). The points follow from the variables' names,
/// so that the same expressions are always judged the same way.
/// </remarks>
internal static class Equivalence
{
    private const int Points = 6;
    private const int EnoughPoints = 2;
    private const int MostItems = 40;
    private const double Precision = 1e-9;

    /// <summary>Whether two written expressions say the same.</summary>
    public static bool AreEqual(string first, string second)
    {
        if (Squeezed(first) == Squeezed(second))
        {
            return true;
        }

        return Parser.Read(Written(first)) is { } one && Parser.Read(Written(second)) is { } other && Same(Plain(one), Plain(other));
    }

    private static string Squeezed(string text) =>
        string.Concat(Folding.Fold(text).Where(c => !Marks.IsSpace(c) && c != '$'));

    // "twelve" and 十二 are numbers, too.
    private static string Written(string text) =>
        NumberWords.Only(text, 0, text.Length) is { } number && number.Start == 0 && text.AsSpan(number.End).Trim(" .。").IsEmpty ? number.Value : text;

    private static bool Same(Term one, Term other) => (one, other) switch
    {
        (WordTerm word, WordTerm second) => AreWords(word.Text, second.Text),
        (WordTerm word, NumberTerm number) => IsBased(word.Text, number),
        (NumberTerm number, WordTerm word) => IsBased(word.Text, number),
        (RelationTerm relation, RelationTerm second) => AreRelations(relation, second),
        (RelationTerm { Sign: "=" } definition, _) => IsName(definition.Left) && Same(Plain(definition.Right), other),
        (_, RelationTerm { Sign: "=" }) => Same(other, one),
        (GroupTerm group, GroupTerm second) => AreGroups(group, second),
        (GroupTerm or WordTerm or RelationTerm, _) or (_, GroupTerm or WordTerm or RelationTerm) => false,
        (MeasureTerm measure, not MeasureTerm) => AreValues(one, other) || AreValues(measure.Inner, other),
        (not MeasureTerm, MeasureTerm) => Same(other, one),
        _ => AreValues(one, other),
    };

    // A variable's range is the interval or set that it lies in.
    private static Term Plain(Term term) => term switch
    {
        RelationTerm { Sign: "∈", Left: SymbolTerm } membership => membership.Right,
        RelationTerm { Left: SymbolTerm { Name: not "∞" } } relation => Ray(relation.Sign, relation.Right) ?? term,
        RelationTerm { Right: SymbolTerm { Name: not "∞" } } relation => Ray(Turned(relation.Sign), relation.Left) ?? term,
        GroupTerm { Brackets: "" or "∪" } group => group with { Items = [.. group.Items.Select(Plain)] },
        _ => term,
    };

    private static GroupTerm? Ray(string sign, Term end)
    {
        var infinity = new SymbolTerm("∞");
        return sign switch
        {
            "<" => new GroupTerm("()", [Parser.Negative(infinity), end]),
            "≤" => new GroupTerm("(]", [Parser.Negative(infinity), end]),
            ">" => new GroupTerm("()", [end, infinity]),
            "≥" => new GroupTerm("[)", [end, infinity]),
            _ => null,
        };
    }

    private static string Turned(string sign) => sign switch { "<" => ">", ">" => "<", "≤" => "≥", "≥" => "≤", _ => sign };

    // "f(x)" reads as a product of variables.
    private static bool IsName(Term term) => term is SymbolTerm || (term is ProductTerm product && product.Factors.All(factor => factor is SymbolTerm or GroupTerm or NumberTerm));

    private static bool AreWords(string one, string other) =>
        string.Equals(ShortTextReader.Canonical(one), ShortTextReader.Canonical(other), StringComparison.Ordinal);

    private static bool IsBased(string word, NumberTerm number) =>
        word.IndexOf('_') is > 0 and var foot && word[..foot] == number.Number.ToString();

    private static bool AreRelations(RelationTerm one, RelationTerm other)
    {
        if (one.Sign == other.Sign && Same(one.Left, other.Left) && Same(one.Right, other.Right))
        {
            return true;
        }

        return one.Sign == other.Sign && one.Sign is "=" or "≠" && AreProportional(Difference(one), Difference(other));
    }

    private static SumTerm Difference(RelationTerm relation) => new([relation.Left, Parser.Negative(relation.Right)]);

    // Equations say the same when one is the other times a number that is not zero.
    private static bool AreProportional(Term one, Term other)
    {
        Complex? ratio = null;
        var agreed = 0;
        for (var number = 0; number < Points; number++)
        {
            var point = new Point(number);
            var quotient = one.Value(point) / other.Value(point);
            if (!Complex.IsFinite(quotient))
            {
                continue;
            }

            if (quotient == 0 || (ratio is { } before && !AreClose(before, quotient)))
            {
                return false;
            }

            ratio = quotient;
            agreed++;
        }

        return agreed > EnoughPoints;
    }

    private static bool AreGroups(GroupTerm one, GroupTerm other)
    {
        var (items, others) = (Flat(one), Flat(other));
        if (items.Count != others.Count || items.Count > MostItems)
        {
            return false;
        }

        var areAlike = one.IsOrdered && other.IsOrdered
            ? one.Brackets == other.Brackets || (IsVector(one) && IsVector(other)) || (IsVector(one) && other.Brackets is "()" or "[]") || (IsVector(other) && one.Brackets is "()" or "[]")
            : (one.Brackets is "" or "{}" && other.Brackets is "" or "{}") || one.Brackets == other.Brackets || AreAssigned(one, other) || AreAssigned(other, one);
        return areAlike && (one.IsOrdered || other.IsOrdered ? items.Zip(others, Same).All(same => same) : AreSameSet(items, [.. others]));
    }

    // "a = -1, b = 1" gives the point (-1, 1).
    private static bool AreAssigned(GroupTerm list, GroupTerm point) =>
        list.Brackets == "" && point.Brackets == "()" && list.Items.All(item => item is RelationTerm { Sign: "=", Left: SymbolTerm });

    private static bool IsVector(GroupTerm group) =>
        group.Brackets == "matrix" && (group.Items.Count == 1 || group.Items.All(row => row is GroupTerm { Items.Count: 1 }));

    private static IReadOnlyList<Term> Flat(GroupTerm group) => IsVector(group) ? [.. group.Items.SelectMany(row => ((GroupTerm)row).Items)] : group.Items;

    private static bool AreSameSet(IReadOnlyList<Term> items, List<Term> left)
    {
        foreach (var item in items)
        {
            var found = left.FindIndex(other => Same(item, other));
            if (found < 0)
            {
                return false;
            }

            left.RemoveAt(found);
        }

        return true;
    }

    private static bool AreValues(Term one, Term other)
    {
        var agreed = 0;
        for (var number = 0; number < Points; number++)
        {
            var point = new Point(number);
            if (one.Exact(point) is { } exact && other.Exact(point) is { } second)
            {
                if (exact != second)
                {
                    return false;
                }

                agreed++;
                continue;
            }

            var (value, about) = (one.Value(point), other.Value(point));
            if (Complex.IsFinite(value) && Complex.IsFinite(about))
            {
                if (!AreClose(value, about))
                {
                    return false;
                }

                agreed++;
            }
        }

        return agreed >= EnoughPoints;
    }

    private static bool AreClose(Complex one, Complex other) =>
        Complex.Abs(one - other) <= Precision * Math.Max(1e-3, Math.Max(Complex.Abs(one), Complex.Abs(other)));
}
