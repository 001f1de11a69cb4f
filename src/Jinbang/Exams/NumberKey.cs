using System.Globalization;

namespace Jinbang.Exams;

/// <summary>The right number.</summary>
/// <param name="Value">The number, in <paramref name="Unit"/> where one is given.</param>
/// <param name="Tolerance">Largest absolute difference from <paramref name="Value"/> that still counts as right.</param>
/// <param name="Unit">The unit asked for, or null.</param>
public sealed record NumberKey(decimal Value, decimal Tolerance = 0, string? Unit = null) : AnswerKey
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture) + (Unit is null ? "" : " " + Unit);
}
