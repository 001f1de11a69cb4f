using System.Globalization;
using Jinbang.Exams;

namespace Jinbang.Grading;

/// <summary>A value parted from its unit, so that a number can be parsed.</summary>
/// <param name="Value">The bare number, such as "-12.5" or "1E+40"; any other value as it is.</param>
/// <param name="Unit">"%" or a unit's symbol such as "km"; null when there is none.</param>
public readonly record struct Measure(string Value, string? Unit)
{
    /// <summary>Parts what a reading answers. What answers a question for a text stays whole, even "5 km".</summary>
    /// <param name="kind">The kind of the question; null when it is not known.</param>
    /// <param name="answer">The answer in canonical form.</param>
    public static Measure Of(QuestionKind? kind, string answer) =>
        kind is not (null or QuestionKind.Number) ? new(answer, null)
        : answer is [.. var share, '%'] && IsNumber(share) ? new(share, "%")
        : answer.Split(' ') is [var number, var symbol] && IsNumber(number) && Scanning.Unit.WithSymbol(symbol) is not null ? new(number, symbol)
        : new(answer, null);

    private static bool IsNumber(string text) =>
        text is ['-' or (>= '0' and <= '9'), ..] && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
