namespace Jinbang.Grading.Scanning;

/// <summary>What joins two option letters: a mark, a word, or a mere blank.</summary>
/// <param name="End">Where the next letter would stand.</param>
/// <param name="IsOr">Whether it leaves the choice open: "or".</param>
/// <param name="IsLoose">Whether what follows may as well begin a statement of its own: a comma or a blank.</param>
/// <param name="IsRange">Whether the letters between count too: "to", "-".</param>
internal readonly record struct Joint(int End, bool IsOr, bool IsLoose, bool IsRange)
{
    private const int Longest = 24;

    private static readonly (string Text, bool IsOr, bool IsRange)[] Words =
    [
        ("and/or", true, false), ("as well as", false, false), ("and", false, false), ("or", true, false), ("through", false, true),
        ("to", false, true), ("options", false, false), ("option", false, false), ("以及", false, false), ("或者", true, false),
        ("还是", true, false), ("和", false, false), ("与", false, false), ("及", false, false), ("或", true, false), ("到", false, true),
        ("至", false, true),
    ];

    /// <summary>The joint after a letter; null without one.</summary>
    public static Joint? At(ReadOnlySpan<char> text, int at)
    {
        var joint = new Joint(at, false, true, false);
        var limit = Math.Min(text.Length, at + Longest);
        var (isJoined, isApart) = (false, false);
        while (joint.End < limit)
        {
            var c = text[joint.End];
            if (c == ' ')
            {
                // In "(B) I and II" the blank after the bracket ends the list.
                isApart = !isJoined && joint.End > 0 && text[joint.End - 1] is ')' or ']' or '}';
                (isJoined, joint) = (true, joint with { End = joint.End + 1 });
            }
            else if (c is '、' or '/' or '&' or ',' or ';' or '+' || (c is '-' or '~' && IsRangeMark(text, joint.End)))
            {
                (isJoined, isApart) = (true, false);
                joint = new(joint.End + 1, joint.IsOr, joint.IsLoose && c is ',' or ';' or '+', joint.IsRange || c is '-' or '~');
            }
            else if (!IsTag(text, joint.End) && (Marks.IsCloser(c) || Marks.IsOpener(c) || c is '选' or '项'))
            {
                isJoined |= c == '(' && joint.End > at && text[joint.End - 1] == ')';
                joint = joint with { End = joint.End + 1 };
            }
            else if (Word(text, joint.End) is { } word)
            {
                (isJoined, isApart) = (true, false);
                joint = new(joint.End + word.Text.Length, joint.IsOr || word.IsOr, false, joint.IsRange || word.IsRange);
            }
            else
            {
                break;
            }
        }

        return isJoined && !isApart && joint.End < limit ? joint : null;
    }

    /// <summary>Whether a word that joins letters stands at a place.</summary>
    public static bool IsWord(ReadOnlySpan<char> text, int at) => Word(text, at) is not null;

    private static bool IsTag(ReadOnlySpan<char> text, int at) => text[at] == '<' && at + 1 < text.Length && text[at + 1] == '/';

    // "A-C" and "A - C", not "A - it is".
    private static bool IsRangeMark(ReadOnlySpan<char> text, int at)
    {
        var next = Marks.SkipBlanks(text, at + 1);
        return next < text.Length && text[next] is >= 'A' and <= 'J' && (next + 1 == text.Length || !Marks.IsWord(text[next + 1]));
    }

    private static (string Text, bool IsOr, bool IsRange)? Word(ReadOnlySpan<char> text, int at)
    {
        foreach (var word in Words)
        {
            if (text[at..].StartsWith(word.Text, StringComparison.OrdinalIgnoreCase) && Marks.IsWordEdge(text, at + word.Text.Length))
            {
                return word;
            }
        }

        return null;
    }
}
