using System.Globalization;
using Jinbang.Exams;
using Jinbang.Grading.Scanning;

namespace Jinbang.Grading.Graders;

/// <summary>Grades questions whose answer is a number, right within the key's tolerance.</summary>
internal sealed class NumberGrader : Grader
{
    /// <inheritdoc/>
    public override Reading Read(Question question, string text) => NumberReader.Read(text);

    /// <inheritdoc/>
    protected override decimal Points(Question question, CreditRule credit, Reading reading)
    {
        var key = (NumberKey)question.Key;
        var isPercent = reading.Answer.EndsWith('%');
        var value = reading.Answer.TrimEnd('%');

        // "0.45" answers a question for percent whose key is 45; nothing else is converted.
        return Matches(value, 1, key) || (!isPercent && key.Unit?.Trim() is "%" or "％" && Matches(value, 100, key)) ? 1 : 0;
    }

    private static bool Matches(string value, int factor, NumberKey key)
    {
        const decimal Largest = decimal.MaxValue / 1000;
        if (decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            && Math.Abs(exact) < Largest && Math.Abs(key.Value) < Largest)
        {
            return Math.Abs((exact * factor) - key.Value) <= key.Tolerance;
        }

        var wide = double.Parse(value, CultureInfo.InvariantCulture);
        return Math.Abs((wide * factor) - (double)key.Value) <= (double)key.Tolerance;
    }
}
