using System.Buffers;

namespace Jinbang.Grading.Scanning;

/// <summary>Classes of characters in folded text.</summary>
internal static class Marks
{
    /// <summary>How many marks and blanks are looked through between words that belong together.</summary>
    public const int LongestDressing = 16;

    private static readonly SearchValues<char> Dressing = SearchValues.Create(" \t\r\n.,;:!)]}>*_`$\"'~|\\。、\u200B选项✅✓✔☑\uFE0F");

    /// <summary>Whether the character may stand directly before an answer: brackets, quotes, emphasis, bullets.</summary>
    public static bool IsOpener(char c) => c is '(' or '[' or '{' or '<' or '*' or '_' or '`' or '$' or '"' or '\'' or '~' or '#' or '|' or '\u200B';

    /// <summary>Whether the character may stand directly after an answer without being part of it.</summary>
    public static bool IsCloser(char c) => c is ')' or ']' or '}' or '>' or '*' or '_' or '`' or '$' or '"' or '\'' or '~' or '|' or '\\' or '\u200B';

    /// <summary>Whether the character is white space or invisible.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c == '\u200B';

    /// <summary>Whether a phrase ends here.</summary>
    public static bool IsStop(char c) => c is '.' or ',' or ';' or ':' or '!' or '?' or '。' or '、' or '—' or '…' or '\n' or '\r';

    /// <summary>Whether a sentence or line ends here.</summary>
    public static bool IsSentenceEnd(char c) => c is '.' or ';' or '!' or '?' or '。' or '\n' or '\r';

    /// <summary>Whether the character continues a Latin word or a number.</summary>
    public static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || (c is >= '\u00C0' and <= '\u024F' and not '×' and not '÷');

    /// <summary>Whether a Latin word or number begins or ends between the two places around <paramref name="at"/>.</summary>
    public static bool IsWordEdge(ReadOnlySpan<char> text, int at) =>
        at <= 0 || at >= text.Length || !IsWord(text[at - 1]) || !IsWord(text[at]);

    /// <summary>Whether what follows an answer says nothing more: marks, blanks, the word 选项.</summary>
    public static bool IsDressing(ReadOnlySpan<char> rest) => rest.IndexOfAnyExcept(Dressing) < 0;

    /// <summary>The first place from <paramref name="at"/> on that is no blank of the same line.</summary>
    public static int SkipBlanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && IsSpace(text[at]) && text[at] is not '\n')
        {
            at++;
        }

        return at;
    }

    /// <summary>The first place from <paramref name="at"/> on that is neither white space nor an opening mark.</summary>
    public static int SkipDressing(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (IsSpace(text[at]) || IsOpener(text[at])))
        {
            at++;
        }

        return at;
    }

    /// <summary>The end of the Latin word that begins at <paramref name="at"/>, apostrophes included.</summary>
    public static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsAsciiLetter(text[at]) || (text[at] == '\'' && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    /// <summary>The place behind a particle that ends a Chinese sentence, as in "B吧"; the same place without one.</summary>
    public static int SkipParticle(ReadOnlySpan<char> text, int at)
    {
        var next = at;
        while (next < text.Length && (IsCloser(text[next]) || text[next] is ' ' or '选' or '项'))
        {
            next++;
        }

        return next < text.Length && text[next] is '吧' or '啊' or '了' or '呀' or '哦' or '啦' ? next + 1 : at;
    }
}
