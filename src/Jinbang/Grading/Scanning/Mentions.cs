namespace Jinbang.Grading.Scanning;

/// <summary>Finds options that are named by letter beyond doubt: "(B)", "option B", "B选项", "B. London".</summary>
internal static class Mentions
{
    /// <summary>The options of the only mention that is not denied; null when there is none, or mentions differ.</summary>
    public static LetterRun? Only(OptionSet options, ReadOnlySpan<char> text, bool endsSentence, out bool areSeveral)
    {
        LetterRun? only = null;
        areSeveral = false;
        for (var at = 0; text[at..].IndexOfAnyInRange('A', 'J') is >= 0 and var found;)
        {
            at += found;
            if (LetterRun.At(text, at) is not { } letters || NamedOptions.At(options, text, at) is not { By: Naming.Letter, Run: var run })
            {
                at++;
                continue;
            }

            var isNamed = run.End > letters.End || IsFramed(text, letters) || IsCalledOption(text, letters)
                || (endsSentence && IsAfterCopula(text, at) && Marks.IsDressing(text[run.End..]));
            at = run.End;
            if (!isNamed || IsDenied(text, letters, run.End))
            {
                continue;
            }

            areSeveral |= only is { } other && other.Letters != run.Letters;
            only ??= run;
        }

        return areSeveral ? null : only;
    }

    /// <summary>Whether a form of "be" that is not denied stands directly before a place.</summary>
    public static bool IsAfterCopula(ReadOnlySpan<char> text, int at)
    {
        var before = text[Math.Max(0, at - 20)..at].TrimEnd(" :\n([*_\"'$");
        before = before.EndsWith(" the") ? before[..^4] : before.EndsWith(" a") ? before[..^2] : before.EndsWith(" an") ? before[..^3] : before;
        foreach (var copula in (ReadOnlySpan<string>)["是", "为", " is", " are", " be", " was"])
        {
            if (before.EndsWith(copula))
            {
                var subject = before[..^copula.Length];
                return !(subject.Length > 0 && Denial.IsDenial(subject[^1])) && !Denial.IsDenial(subject[(subject.LastIndexOf(' ') + 1)..]);
            }
        }

        return false;
    }

    // "is (B)" after a subject such as "the false statement" denies nothing.
    private static bool IsDenied(ReadOnlySpan<char> text, LetterRun letters, int end) =>
        (!IsAfterCopula(text, letters.Start) && Denial.Precedes(text, Subject(text, letters.Start)))
        || Denial.TakesBack(text, end) || Denial.Follows(text, letters.End) || (end > letters.End && Denial.Follows(text, end));

    private static int Subject(ReadOnlySpan<char> text, int at)
    {
        while (at > 0 && (text[at - 1] is ' ' or '选' or '项' || Marks.IsOpener(text[at - 1])))
        {
            at--;
        }

        var word = at;
        while (word > 0 && at - word < 10 && char.IsAsciiLetter(text[word - 1]))
        {
            word--;
        }

        return text[word..at].StartsWith("option", StringComparison.OrdinalIgnoreCase) ? word : at;
    }

    // "(B)" and "B)", not the argument of "P(B)".
    private static bool IsFramed(ReadOnlySpan<char> text, LetterRun letters)
    {
        var at = letters.Start;
        if (letters.End >= text.Length || text[letters.End] is not (')' or ']'))
        {
            return false;
        }

        var isOpened = at > 0 && text[at - 1] is '(' or '[';
        return isOpened ? at < 2 || !Marks.IsWord(text[at - 2]) : at == 0 || text[at - 1] is ' ' or '\n' or '*' or '"';
    }

    private static bool IsCalledOption(ReadOnlySpan<char> text, LetterRun letters)
    {
        var before = text[Math.Max(0, letters.Start - 16)..letters.Start].TrimEnd(" (*_\"");
        return before.EndsWith("option", StringComparison.OrdinalIgnoreCase) || before.EndsWith("options", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("choice", StringComparison.OrdinalIgnoreCase) || before.EndsWith("letter", StringComparison.OrdinalIgnoreCase) || before.EndsWith("选项")
            || text[letters.End..].TrimStart(' ') is ['选', '项', ..] or ['项', ..];
    }
}
