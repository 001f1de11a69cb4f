namespace Jinbang.Models;

/// <summary>How a model that scores choices, instead of writing, picks among them.</summary>
public static class ScoredChoices
{
    /// <summary>Scores no further apart than this are equal.</summary>
    public const double Tolerance = 1e-6;

    /// <summary>
    /// The label of the highest score; where several may be right, the labels of all scores above the middle between
    /// the lowest and the highest.
    /// </summary>
    /// <remarks>
    /// Equal scores are never settled by the order of the choices, which would score the place of the key.
    /// The middle needs no threshold of the model's own scale, always takes the best choice and never takes the worst.
    /// </remarks>
    /// <param name="choices">What there is to choose from.</param>
    /// <param name="scores">The score of each choice, in the same order; higher is better.</param>
    /// <param name="several">Whether several choices may be right.</param>
    /// <returns>The labels, joined by a comma; empty when the scores do not tell.</returns>
    public static string Pick(IReadOnlyList<Choice> choices, IReadOnlyList<double> scores, bool several)
    {
        if (choices.Count == 0 || !scores.All(double.IsFinite))
        {
            return "";
        }

        var best = scores.Max();
        var lowest = scores.Min();
        var bar = several ? (best + lowest) / 2 : best - Tolerance;
        var picked = choices.Where((_, i) => scores[i] > bar).Select(choice => choice.Label).ToList();
        var tells = several ? best - lowest > Tolerance : picked.Count == 1;
        return tells ? string.Join(", ", picked) : "";
    }
}
