using System.Buffers;

namespace Jinbang.Grading.Instructions;

/// <summary>Decides as Punkt does whether a sentence ends between a word with its mark and what follows.</summary>
/// <remarks>Kiss and Strunk, Unsupervised Multilingual Sentence Boundary Detection, Computational Linguistics 32 (2006),
/// sections 4.1 (abbreviations and ellipses) and 4.2 (initials, numbers, and how the next word is written).</remarks>
internal static class SentenceBreak
{
    private static readonly SearchValues<char> Numeric = SearchValues.Create("0123456789,.-");

    /// <summary>Whether a character may stand behind the end of a sentence without a blank.</summary>
    public static bool IsMark(char c) => c is '?' or '!' or ')' or '"' or ';' or '}' or ']' or '*' or ':' or '@' or '\'' or '(' or '{' or '[';

    /// <summary>Whether any token of a text but its last ends a sentence.</summary>
    public static bool IsWithin(ReadOnlySpan<char> text)
    {
        var (start, end) = NextToken(text, 0);
        while (end > start)
        {
            var (nextStart, nextEnd) = NextToken(text, end);
            if (nextEnd > nextStart && Ends(text[start..end], text[nextStart..nextEnd]))
            {
                return true;
            }

            (start, end) = (nextStart, nextEnd);
        }

        return false;
    }

    private static bool Ends(ReadOnlySpan<char> token, ReadOnlySpan<char> next)
    {
        if (token is "." or "!" or "?")
        {
            return true;
        }

        if (token[^1] != '.')
        {
            return false;
        }

        var word = token[..^1];
        var isInitial = word.Length == 1 && char.IsLetter(word[0]);
        var opens = Opens(next);
        return token[^2] == '.' || SentenceWords.IsAbbreviation(word)
            ? opens == true && !isInitial
            : isInitial ? opens == true || (opens is null && !char.IsUpper(next[0]))
            : !IsNumber(word) || opens != false;
    }

    // Whether the way a word is written shows that it opens a sentence; null when it may or may not.
    private static bool? Opens(ReadOnlySpan<char> next) =>
        next is ";" or ":" or "," or "." or "!" or "?" || char.IsLower(next[0]) ? false
        : char.IsUpper(next[0]) && SentenceWords.IsUsuallySmall(next.TrimEnd('.')) ? true
        : null;

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        var digits = word.TrimStart('-');
        digits = digits is ['.' or ',', ..] ? digits[1..] : digits;
        return digits.Length > 0 && word.Length - digits.Length <= 2 && char.IsDigit(digits[0]) && !digits.ContainsAnyExcept(Numeric);
    }

    private static (int Start, int End) NextToken(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        if (at >= text.Length)
        {
            return (at, at);
        }

        var end = at + Math.Max(1, RunLength(text, at));
        if (end > at + 1 || text[at] is '(' or '"' or '`' or '{' or '[' or ':' or ';' or '&' or '#' or '*' or '@' or ')' or '}' or ']' or '-' or ',')
        {
            return (at, end);
        }

        while (end < text.Length && !EndsWord(text, end))
        {
            end++;
        }

        return (at, end);
    }

    private static bool EndsWord(ReadOnlySpan<char> text, int at) => Parts(text, at) || (text[at] == ',' && Parts(text, at + 1));

    private static bool Parts(ReadOnlySpan<char> text, int at) =>
        at >= text.Length || char.IsWhiteSpace(text[at]) || IsMark(text[at]) || RunLength(text, at) > 0;

    // Two or more hyphens or points are one token.
    private static int RunLength(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length || text[at] is not ('-' or '.') || text[at + 1] != text[at])
        {
            return 0;
        }

        var length = text[at..].IndexOfAnyExcept(text[at]);
        return length < 0 ? text.Length - at : length;
    }
}
