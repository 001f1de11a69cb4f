using System.Runtime.CompilerServices;
using Jinbang.Exams;

namespace Jinbang.Grading.Scanning;

/// <summary>A question's options made ready for finding them in replies; prepared once a question.</summary>
internal sealed class OptionSet
{
    private static readonly ConditionalWeakTable<Question, OptionSet> Prepared = [];

    private readonly OptionText[] options;
    private readonly RefusalKind?[] refusals;

    private OptionSet(Question question)
    {
        MaySeveral = question.Kind == QuestionKind.MultipleChoice;
        options = [.. question.Options.Select(option => new OptionText(1 << (option.Letter - 'A'), Trimmed(option.Text)))];
        Letters = options.Aggregate(0, (letters, option) => letters | option.Bit);
        HaveNumerals = options.Any(option => option.Words.AsSpan().ContainsAnyInRange('0', '9') || option.Words.Any(Position.IsCircled));
        NoneOption = Find(option => NoneOfThem.In(option) ?? NoneOfThem.Alone(option));
        AllOption = Find(AllOfThem.In);
        refusals = [.. options.Select(option => DeclinedChoice.Of(option.Words))];
    }

    /// <summary>Whether several options may be right.</summary>
    public bool MaySeveral { get; }

    /// <summary>The letters of all options, as bits.</summary>
    public int Letters { get; }

    /// <summary>How many options there are.</summary>
    public int Count => options.Length;

    /// <summary>Whether an option's text holds a digit, so that a number in a reply may be a value.</summary>
    public bool HaveNumerals { get; }

    /// <summary>The option that says that no other is right, as a bit; 0 without one.</summary>
    public int NoneOption { get; }

    /// <summary>The option that says that all others are right, as a bit; 0 without one.</summary>
    public int AllOption { get; }

    /// <summary>The option that gives no answer for the same reason as a reply, as a bit; 0 without one.</summary>
    public int RefusalOption(RefusalKind kind) => Array.IndexOf(refusals, kind) is >= 0 and var at ? options[at].Bit : 0;

    /// <summary>The option whose text ends a text, as a bit, and where it begins there; 0 when none does.</summary>
    public int EndsWith(ReadOnlySpan<char> text, out int at)
    {
        var (best, longest) = (0, 0);
        foreach (var (bit, words) in options)
        {
            if (words.Length > longest && text.EndsWith(words, StringComparison.OrdinalIgnoreCase) && Marks.IsWordEdge(text, text.Length - words.Length))
            {
                (best, longest) = (bit, words.Length);
            }
        }

        at = text.Length - longest;
        return best;
    }

    /// <summary>The options of a question.</summary>
    public static OptionSet Of(Question question) => Prepared.GetValue(question, static asked => new(asked));

    /// <summary>Whether letters that stand on lines of their own repeat the list of options, or its beginning.</summary>
    public bool IsEcho(int letters) => letters == Letters || (!MaySeveral && letters is 0b111 or 0b1111 or 0b11111 or 0b111111 or 0b1111111 or 0b11111111 or 0b111111111);

    /// <summary>The option, as a bit, whose text stands at a place, the longest if several; 0 when none does, or two of the same text.</summary>
    public int At(ReadOnlySpan<char> text, int at, out int end)
    {
        var (best, longest) = (0, 0);
        foreach (var option in options)
        {
            if (option.Words.Length >= longest && Stands(text, at, option.Words))
            {
                best = option.Words.Length == longest ? 0 : option.Bit;
                longest = option.Words.Length;
            }
        }

        end = at + longest;
        return best;
    }

    /// <summary>Where the text of one option ends that begins at a place; -1 when it does not.</summary>
    public int EndOf(int bit, ReadOnlySpan<char> text, int at)
    {
        foreach (var option in options)
        {
            if (option.Bit == bit)
            {
                return Stands(text, at, option.Words) ? at + option.Words.Length : -1;
            }
        }

        return -1;
    }

    /// <summary>Whether the first word of an option's text stands at a place.</summary>
    public bool IsBegun(int bit, ReadOnlySpan<char> text, int at)
    {
        foreach (var option in options)
        {
            if (option.Bit == bit)
            {
                var first = option.Words.AsSpan(0, Marks.WordEnd(option.Words, 0));
                return first.Length > 0 && text[at..].StartsWith(first, StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    /// <summary>The only option whose text occurs undenied in a text, as a run; null when none or several do.</summary>
    public LetterRun? OnlyNamed(ReadOnlySpan<char> text)
    {
        LetterRun? only = null;
        foreach (var option in options)
        {
            if (!IsTelling(option.Words) || First(text, option.Words) is not { } at)
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = new(option.Bit, at, at + option.Words.Length, false);
        }

        return only;
    }

    private static string Trimmed(string text) => Folding.Fold(text).Trim([.. " \t\r\n.,;:!?。\"'*`$"]);

    private int Find(Func<ReadOnlySpan<char>, Place?> phrase)
    {
        foreach (var option in options)
        {
            if (phrase(option.Words) is not null)
            {
                return option.Bit;
            }
        }

        return 0;
    }

    private static bool Stands(ReadOnlySpan<char> text, int at, string words)
    {
        var end = at + words.Length;
        return words.Length > 0 && end <= text.Length && char.ToLowerInvariant(text[at]) == char.ToLowerInvariant(words[0])
            && text[at..].StartsWith(words, StringComparison.OrdinalIgnoreCase)
            && Marks.IsWordEdge(text, end) && !ContinuesNumber(text, end);
    }

    // The first place where these words are not denied and not part of a longer option.
    private int? First(ReadOnlySpan<char> text, string words)
    {
        for (var from = 0; text[from..].IndexOf(words, StringComparison.OrdinalIgnoreCase) is var found and >= 0;)
        {
            var at = from + found;
            from = at + words.Length;
            if (Marks.IsWordEdge(text, at) && Stands(text, at, words)
                && !Denial.Precedes(text, at) && !Denial.Follows(text, from) && !Denial.TakesBack(text, from) && !IsInsideLonger(text, at, words))
            {
                return at;
            }
        }

        return null;
    }

    private bool IsInsideLonger(ReadOnlySpan<char> text, int at, string words)
    {
        foreach (var (_, longer) in options)
        {
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
    private static bool IsTelling(string words) => words.Length >= 4 || (words.Length >= 2 && words[0] >= '\u3400');
}
