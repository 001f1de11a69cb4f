using Jinbang.Exams;

namespace Jinbang.Grading.Scanning;

/// <summary>Finds the texts of a question's options in a reply.</summary>
internal static class OptionTexts
{
    /// <summary>The option, as a bit, whose text stands at a place; 0 when none does.</summary>
    public static int At(ReadOnlySpan<char> text, int at, Question question, out int end)
    {
        var (best, longest) = (0, 0);
        end = at;
        foreach (var option in question.Options)
        {
            var words = Trimmed(option);
            if (words.Length > longest && text[at..].StartsWith(words, StringComparison.OrdinalIgnoreCase)
                && Marks.IsWordEdge(text, at + words.Length) && !ContinuesNumber(text, at + words.Length))
            {
                (best, longest, end) = (Bit(option), words.Length, at + words.Length);
            }
        }

        return best;
    }

    /// <summary>The only option whose text occurs undenied in a reply, as a run; null when none or several do.</summary>
    public static LetterRun? OnlyOne(ReadOnlySpan<char> text, Question question)
    {
        LetterRun? only = null;
        foreach (var option in question.Options)
        {
            var words = Trimmed(option);
            if (!IsTelling(words) || First(text, words, question) is not { } at)
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = new(Bit(option), at, at + words.Length, false);
        }

        return only;
    }

    /// <summary>An option's text, folded and without marks at its ends.</summary>
    public static ReadOnlySpan<char> Trimmed(Option option) => Folding.Fold(option.Text).AsSpan().Trim(" \t\r\n.,;:!?。\"'*`$");

    /// <summary>An option's letter as a bit.</summary>
    public static int Bit(Option option) => 1 << (option.Letter - 'A');

    /// <summary>The question's letters as bits.</summary>
    public static int Bits(Question question) => question.Options.Aggregate(0, (bits, option) => bits | Bit(option));

    // The first place where these words are not denied and not part of a longer option.
    private static int? First(ReadOnlySpan<char> text, ReadOnlySpan<char> words, Question question)
    {
        for (var from = 0; text[from..].IndexOf(words, StringComparison.OrdinalIgnoreCase) is var found and >= 0;)
        {
            var at = from + found;
            from = at + words.Length;
            if (Marks.IsWordEdge(text, at) && Marks.IsWordEdge(text, from) && !ContinuesNumber(text, from)
                && !Denial.Precedes(text, at) && !Denial.Follows(text, from) && !IsInsideLonger(text, at, words, question))
            {
                return at;
            }
        }

        return null;
    }

    private static bool IsInsideLonger(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> words, Question question)
    {
        foreach (var option in question.Options)
        {
            var longer = Trimmed(option);
            if (longer.Length > words.Length && longer.IndexOf(words, StringComparison.OrdinalIgnoreCase) is var offset and >= 0
                && at >= offset && text[(at - offset)..].StartsWith(longer, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ContinuesNumber(ReadOnlySpan<char> text, int end) =>
        end + 1 < text.Length && text[end - 1] is >= '0' and <= '9' && text[end] is '.' or ',' or '/' && char.IsAsciiDigit(text[end + 1]);

    // Very short texts occur by chance.
    private static bool IsTelling(ReadOnlySpan<char> words) => words.Length >= 4 || (words.Length >= 2 && words[0] >= '\u3400');
}
