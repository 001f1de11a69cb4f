using System.Globalization;
using Jinbang.Exams;
using Jinbang.Grading.Scanning;

namespace Jinbang.Grading.Graders;

/// <summary>Grades questions whose answer is a number, right within the key's tolerance.</summary>
internal sealed class NumberGrader : Grader
{
    private const decimal Largest = 1e18m;

    /// <inheritdoc/>
    public override Reading Read(Question question, string text) => NumberReader.Read(text);

    /// <inheritdoc/>
    protected override AnswerKey? KeyOf(AnswerKey key, string answer)
    {
        var number = (NumberKey)key;
        var said = Measure.Of(QuestionKind.Number, answer);
        return TryExact(said.Value, out var exact) ? number with { Value = exact * Factors(said.Unit, number.Unit?.Trim()).First() } : null;
    }

    /// <inheritdoc/>
    protected override decimal Points(Question question, CreditRule credit, Reading reading)
    {
        var key = (NumberKey)question.Key;
        var said = Measure.Of(QuestionKind.Number, reading.Answer);
        return Factors(said.Unit, key.Unit?.Trim()).Any(factor => Matches(said.Value, factor, key)) ? 1 : 0;
    }

    // What a value may be multiplied by to be in the key's unit: a bare number is taken to be in it already.
    private static IEnumerable<decimal> Factors(string? symbol, string? asked)
    {
        if (symbol is not null && Unit.WithSymbol(symbol) is { } said && Unit.Find(asked) is { } unit && said.Dimension == unit.Dimension)
        {
            return [said.Factor / unit.Factor];
        }

        var scale = asked is null ? 1 : Scale.Of(asked);
        return asked is "%" or "％" && symbol != "%" ? [1, 100] : scale == 1 ? [1] : [1, 1 / scale];
    }

    private static bool Matches(string value, decimal factor, NumberKey key)
    {
        if (TryExact(value, out var exact) && Math.Abs(key.Value) < Largest && exact * factor is var converted)
        {
            return Math.Abs(converted - key.Value) <= key.Tolerance + Rounding(converted, factor);
        }

        return double.TryParse(value, CultureInfo.InvariantCulture, out var wide)
            && Math.Abs((wide * (double)factor) - (double)key.Value) <= (double)key.Tolerance;
    }

    private static bool TryExact(string value, out decimal exact) =>
        decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out exact) && Math.Abs(exact) < Largest;

    // Factors such as 1/3.6 are not exact.
    private static decimal Rounding(decimal value, decimal factor) => factor is 1 or 100 ? 0 : Math.Abs(value) * 1e-20m;
}
