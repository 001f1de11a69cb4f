using Jinbang.Exams;
using Jinbang.Grading.Scanning;

namespace Jinbang.Grading.Judges;

/// <summary>Whether words name an option: by its letter, by its text, or by a word that no other option has.</summary>
/// <remarks>A judge that picks an option must show words of the reply that do; else it could answer for the model.</remarks>
internal static class OptionNames
{
    /// <summary>Whether the quoted words name each of the letters' options.</summary>
    public static bool All(Question question, string letters, string quote) => letters.All(letter =>
    {
        var option = question.Options.First(option => option.Letter == letter);
        return HasLetter(Folding.Fold(quote), letter) || PlainWords.Contain(quote, option.Text)
            || TellingWords(question, option).Overlaps(Words(PlainWords.Of(quote)));
    });

    // "B", "AC": a word of nothing but letters of options in their order.
    private static bool HasLetter(ReadOnlySpan<char> quote, char letter)
    {
        for (var at = 0; at < quote.Length; at++)
        {
            var start = at;
            while (at < quote.Length && Marks.IsWord(quote[at]))
            {
                at++;
            }

            if (quote[start..at].Contains(letter) && IsLetters(quote[start..at]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLetters(ReadOnlySpan<char> word)
    {
        for (var at = 0; at < word.Length; at++)
        {
            if (word[at] is < 'A' or > 'J' || (at > 0 && word[at - 1] >= word[at]))
            {
                return false;
            }
        }

        return true;
    }

    private static HashSet<string> TellingWords(Question question, Option option)
    {
        var words = Words(PlainWords.Of(option.Text));
        foreach (var other in question.Options.Where(other => other != option))
        {
            words.ExceptWith(Words(PlainWords.Of(other.Text)));
        }

        return words;
    }

    // Latin words and numbers of two or more characters, and pairs of neighbouring characters of other scripts.
    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && Marks.IsWord(text[end]))
            {
                end++;
            }

            if (end - at >= 2)
            {
                words.Add(text[at..end]);
            }
            else if (end == at && at + 1 < text.Length && IsLetter(text[at]) && IsLetter(text[at + 1]))
            {
                words.Add(text.Substring(at, 2));
            }

            at = Math.Max(end, at + 1);
        }

        return words;
    }

    private static bool IsLetter(char unit) => char.IsLetter(unit) && !Marks.IsWord(unit);
}
