using System.Globalization;

namespace Jinbang.Exams;

/// <summary>What an answer to an open question earns points for.</summary>
/// <param name="Criteria">The criteria in the order of the file; never empty.</param>
/// <param name="Reference">An answer that earns all points, or null.</param>
public sealed record RubricKey(IReadOnlyList<Criterion> Criteria, string? Reference = null) : AnswerKey
{
    /// <summary>The most points that an answer can earn.</summary>
    public decimal Possible => Criteria.Sum(criterion => criterion.Points);

    /// <inheritdoc/>
    public override string ToString() => string.Join(
        '\n', [.. Criteria.Select(criterion => criterion.Points.ToString(CultureInfo.InvariantCulture) + " " + criterion.Text), Reference ?? ""]);
}
