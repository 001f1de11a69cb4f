using System.Text;

namespace Jinbang.Runs.Search;

/// <summary>Cuts texts into what the index knows: words of letters and digits, and of scripts without blanks every character and every
/// pair of neighbours. All but letters and digits parts words.</summary>
internal static class SearchText
{
    // What nobody searches for, such as pictures in base64, must not fill the index.
    private const int LongestWord = 40;

    /// <summary>The character as it is compared: small, and of full width none.</summary>
    public static char Fold(char character) => character is >= '\uFF01' and <= '\uFF5E'
        ? char.ToLowerInvariant((char)(character - 0xFEE0))
        : char.ToLowerInvariant(character);

    /// <summary>The text as it is compared, character by character.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, text) =>
    {
        for (var at = 0; at < folded.Length; at++)
        {
            folded[at] = Fold(text[at]);
        }
    });

    /// <summary>Writes the words of a text, a blank after each.</summary>
    public static void Cut(ReadOnlySpan<char> text, StringBuilder words)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = LengthOfRun(text[at..], out var isWithoutBlanks);
            if (isWithoutBlanks)
            {
                AddPairs(text.Slice(at, length), words);
            }
            else if (length > 0)
            {
                AddFolded(text.Slice(at, Math.Min(length, LongestWord)), words);
            }

            at += Math.Max(length, 1);
        }
    }

    /// <summary>The words that a text must have to contain another: its pairs of characters, or its single ones.</summary>
    public static IReadOnlyList<string> WordsOf(string text)
    {
        var words = new StringBuilder();
        Cut(text, words);
        var all = words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        // A pair says more than its characters.
        return [.. all.Where(word => !IsSingle(word) || !all.Exists(pair => pair.Length > word.Length && IsWithoutBlanks(pair[0]) && pair.Contains(word, StringComparison.Ordinal)))];
    }

    /// <summary>How many characters from the first on belong together.</summary>
    private static int LengthOfRun(ReadOnlySpan<char> text, out bool isWithoutBlanks)
    {
        isWithoutBlanks = IsWithoutBlanks(text[0]);
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsPart(text[at]) || IsWithoutBlanks(text[at]) != isWithoutBlanks)
            {
                return at;
            }
        }

        return text.Length;
    }

    private static void AddPairs(ReadOnlySpan<char> run, StringBuilder words)
    {
        for (var at = 0; at < run.Length;)
        {
            var own = Width(run, at);
            AddFolded(run.Slice(at, own), words);
            if (at + own < run.Length)
            {
                AddFolded(run.Slice(at, own + Width(run, at + own)), words);
            }

            at += own;
        }
    }

    // Rare characters take two units, which mean nothing alone.
    private static int Width(ReadOnlySpan<char> run, int at) => char.IsHighSurrogate(run[at]) && at + 1 < run.Length && char.IsLowSurrogate(run[at + 1]) ? 2 : 1;

    private static void AddFolded(ReadOnlySpan<char> word, StringBuilder words)
    {
        foreach (var character in word)
        {
            words.Append(Fold(character));
        }

        words.Append(' ');
    }

    private static bool IsPart(char character) => char.IsLetterOrDigit(character) || char.IsSurrogate(character);

    private static bool IsSingle(string word) => word.Length == (char.IsSurrogate(word[0]) ? 2 : 1) && IsWithoutBlanks(word[0]);

    /// <summary>Whether a character is of a script that sets no blanks between words.</summary>
    private static bool IsWithoutBlanks(char character) => character
        is (>= '\u3005' and <= '\u3007') or (>= '\u3041' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF')
        or (>= '\uF900' and <= '\uFAFF') or (>= '\uD800' and <= '\uDFFF') or (>= '\u0E00' and <= '\u0EFF');
}
