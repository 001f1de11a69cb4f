using System.Globalization;
using System.Numerics;
using Jinbang.Grading.Scanning;

namespace Jinbang.Grading.Mathematics;

/// <summary>Works out expressions without variables: "2\\sqrt{3}", "(150 * 2) + 240", "2^{10}".</summary>
internal static class Constant
{
    private const int Longest = 200;
    private const double Imaginary = 1e-12;
    private static readonly Point[] Points = [new(0), new(3)];

    /// <summary>The value in the form in which readings give numbers; null for a text that has none, or a variable in it.</summary>
    public static string? Canonical(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest || Parser.Read(text.ToString()) is not { } term)
        {
            return null;
        }

        var isPercent = term is MeasureTerm { Sign: '%' };
        var inner = term is MeasureTerm measure ? measure.Inner : term;
        var value = inner.Exact(Points[0]) is { } exact
            ? exact == inner.Exact(Points[1]) ? Quantity.Canonical(exact.Numerator.ToString(CultureInfo.InvariantCulture), 0, exact.Denominator.ToString(CultureInfo.InvariantCulture)) : null
            : Real(inner.Value(Points[0]), inner.Value(Points[1]));
        return value is not null && isPercent ? value + "%" : value;
    }

    private static string? Real(Complex value, Complex again) =>
        value == again && Complex.IsFinite(value) && Math.Abs(value.Imaginary) < Imaginary ? value.Real.ToString("R", CultureInfo.InvariantCulture) : null;
}
