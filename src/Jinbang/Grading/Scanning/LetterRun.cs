namespace Jinbang.Grading.Scanning;

/// <summary>One or more option letters that stand together in a text.</summary>
/// <param name="Letters">Which letters: bit 0 for A up to bit 9 for J.</param>
/// <param name="Start">Where the first stands.</param>
/// <param name="End">After the last.</param>
/// <param name="IsHedged">Whether they are joined by "or".</param>
internal readonly record struct LetterRun(int Letters, int Start, int End, bool IsHedged)
{
    // A letter directly before one of these names something else: "B型血", "A组", "D国".
    private const string Named = "型级班组股座类楼区线轮照队卷档国市城省县村地君公方产柱";

    /// <summary>Items of a list that are read: more than a question has options. A longer list says nothing new, and reading it anew
    /// at each of its items would take for ever.</summary>
    public const int MostItems = 12;

    /// <summary>How many different letters.</summary>
    public int Count => int.PopCount(Letters);

    /// <summary>The letters in alphabetical order.</summary>
    public string Text => Spell(Letters);

    /// <summary>The letters of a set in alphabetical order.</summary>
    public static string Spell(int letters) =>
        string.Concat(Enumerable.Range(0, 10).Where(bit => (letters >> bit & 1) == 1).Select(bit => (char)('A' + bit)));

    /// <summary>Reads the letters that begin at a place; null when it holds none that stands for an option.</summary>
    public static LetterRun? At(ReadOnlySpan<char> text, int at)
    {
        if (ReadOne(text, at, isFirst: true) is not { } run)
        {
            return null;
        }

        for (var joined = 1; joined < MostItems && Joint.At(text, run.End) is { } joint && ReadOne(text, joint.End, isFirst: false) is { } more
            && !(joint.IsLoose && IsSubject(text, more.End)); joined++)
        {
            run = run.Join(more, joint);
        }

        return run;
    }

    /// <summary>The first letters that stand for options, in capitals, from a place on; null when there are none.</summary>
    public static LetterRun? Next(ReadOnlySpan<char> text, int from)
    {
        for (var at = from; text[at..].IndexOfAnyInRange('A', 'J') is >= 0 and var found; at++)
        {
            at += found;
            if (At(text, at) is { } run)
            {
                return run;
            }
        }

        return null;
    }

    /// <summary>These letters with those after a joint, and those between if it says so.</summary>
    public LetterRun Join(LetterRun more, Joint joint)
    {
        var between = joint.IsRange && Count == 1 && more.Count == 1 && more.Letters > Letters ? more.Letters - Letters : 0;
        return new(Letters | more.Letters | between, Start, more.End, IsHedged || joint.IsOr);
    }

    /// <summary>The same letters when the text they stand in begins at a place of a longer one.</summary>
    public LetterRun From(int start) => this with { Start = Start + start, End = End + start };

    private static LetterRun? ReadOne(ReadOnlySpan<char> text, int at, bool isFirst)
    {
        var (end, letters) = (at, 0);
        while (end < text.Length && end - at < 10 && text[end] is >= 'A' and <= 'J' or (>= 'a' and <= 'j') && char.IsUpper(text[end]) == char.IsUpper(text[at]))
        {
            letters |= 1 << (char.ToUpperInvariant(text[end]) - 'A');
            end++;
        }

        if (letters == 0 || int.PopCount(letters) != end - at || !Edges(text, at, end))
        {
            return null;
        }

        var isFramed = at > 0 && Marks.IsOpener(text[at - 1]) && end < text.Length && Marks.IsCloser(text[end]);
        var isAlone = isFramed || EndsPhrase(text, end);
        var isLetter = char.IsAsciiLetterUpper(text[at])
            ? isAlone || end - at > 1 || text[at] is not ('A' or 'I') || !IsWordInProse(text, at, end)
            : isAlone && (end - at == 1 || isFramed || !isFirst);
        return isLetter ? new(letters, at, end, false) : null;
    }

    private static bool Edges(ReadOnlySpan<char> text, int at, int end) =>
        Marks.IsWordEdge(text, at) && Marks.IsWordEdge(text, end)
        && !(end < text.Length && Named.Contains(text[end]))
        && !(end + 1 < text.Length && IsGlued(text, end));

    // The letter is part of a longer name: "C#", "B-tree", "I'm", "G_{1}", "F.O.B.".
    private static bool IsGlued(ReadOnlySpan<char> text, int end) => text[end] switch
    {
        '+' or '=' or '^' => true,
        '_' => text[end + 1] == '{' || Marks.IsWord(text[end + 1]),
        '#' => !char.IsWhiteSpace(text[end + 1]),
        '\'' => char.IsAsciiLetter(text[end + 1]),
        '-' => Marks.IsWord(text[end + 1]) && !(text[end + 1] is >= 'A' and <= 'J' && Marks.IsWordEdge(text, end + 2)),
        '.' => IsAbbreviation(text, end),
        _ => false,
    };

    // The F in "F.O.B.".
    private static bool IsAbbreviation(ReadOnlySpan<char> text, int end) =>
        char.IsAsciiLetter(text[end + 1]) && end + 2 < text.Length && text[end + 2] == '.';

    private static bool EndsPhrase(ReadOnlySpan<char> text, int end)
    {
        while (end < text.Length && Marks.IsCloser(text[end]))
        {
            end++;
        }

        return end >= text.Length || Marks.IsStop(text[end]) || text[end] is '<' || !IsBlankThenText(text, end);
    }

    private static bool IsBlankThenText(ReadOnlySpan<char> text, int end)
    {
        var next = Marks.SkipBlanks(text, end);
        return next < text.Length && text[next] is not ('\n' or '(' or '-' or '—' or '<' or ':');
    }

    // "A good idea" and "I think" are prose; "A because", "A and C" are answers.
    private static bool IsWordInProse(ReadOnlySpan<char> text, int at, int end)
    {
        var next = Marks.SkipBlanks(text, end);
        if (next == end || next >= text.Length || !char.IsAsciiLetter(text[next]))
        {
            return false;
        }

        var word = text[next..Marks.WordEnd(text, next)];
        return (text[at] == 'I' || char.IsAsciiLetterLower(text[next])) && word.Length > 0 && !(word.Length == 1 && char.IsAsciiLetterUpper(word[0]))
            && !(word is "and" or "or" or "because" or "since" or "as" or "is" or "are" or "which" or "for" or "with" or "not" or "but" or "to" or "through");
    }

    // After a mere comma or blank, a letter that begins a statement of its own ("C, A is wrong") is not one more answer.
    private static bool IsSubject(ReadOnlySpan<char> text, int end)
    {
        var next = end;
        while (next < text.Length && (Marks.IsCloser(text[next]) || text[next] is ' '))
        {
            next++;
        }

        return next < text.Length && !Marks.IsStop(text[next]) && text[next] is not ('<' or '/' or '&' or '(')
            && !Joint.IsWord(text, next) && !text[next..].StartsWith("are") && text[next] is not (>= 'A' and <= 'J');
    }
}
