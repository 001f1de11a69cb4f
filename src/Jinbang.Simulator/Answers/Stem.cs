namespace Jinbang.Simulator.Answers;

/// <summary>A stem without white space, and the questions that ask it.</summary>
internal sealed class Stem(string text, IEnumerable<KnownQuestion> questions)
{
    private readonly (KnownQuestion Question, string[] Options)[] candidates =
        [.. questions.Select(known => (known, known.Question.Options.Select(option => StemIndex.Squeezed(option.Text)).ToArray()))];

    public string Text { get; } = text;

    /// <summary>The first question asking it.</summary>
    public KnownQuestion First => candidates[0].Question;

    /// <summary>The question whose options all stand in what follows the stem; null when there is none.</summary>
    public KnownQuestion? Fitting(ReadOnlySpan<char> after)
    {
        foreach (var (question, options) in candidates)
        {
            if (StandIn(after, options))
            {
                return question;
            }
        }

        return null;
    }

    private static bool StandIn(ReadOnlySpan<char> text, string[] options)
    {
        foreach (var option in options)
        {
            if (text.IndexOf(option, StringComparison.Ordinal) < 0)
            {
                return false;
            }
        }

        return true;
    }
}
