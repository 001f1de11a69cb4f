using System.Globalization;

namespace Jinbang.Grading.Instructions;

/// <summary>The words and letters that tell the languages of one script apart.</summary>
internal sealed class LanguageEvidence
{
    private const int LongestWord = 20;
    private readonly LanguageProfile[] profiles;
    private readonly ILookup<string, int> byWord;
    private readonly ILookup<char, int> byLetter;

    /// <summary>Gathers the evidence for the languages of a script.</summary>
    public LanguageEvidence(IEnumerable<LanguageProfile> languages)
    {
        profiles = [.. languages];
        byWord = Marks(profile => profile.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        byLetter = Marks(profile => profile.Letters);
    }

    /// <summary>The languages that a text speaks for most: one, or all that it speaks for alike.</summary>
    public IEnumerable<string> Likeliest(ReadOnlySpan<char> text)
    {
        var scores = new double[profiles.Length];
        for (var at = 0; at < text.Length;)
        {
            var end = WordEnd(text, at);
            if (end - at is > 0 and <= LongestWord)
            {
                Add(scores, byWord[text[at..end].ToString().ToLowerInvariant()]);
            }

            foreach (var c in text[at..end])
            {
                Add(scores, byLetter[char.ToLowerInvariant(c)]);
            }

            at = Math.Max(at + 1, end);
        }

        var most = scores.Max();
        return profiles.Where((_, i) => scores[i] > most - 1e-9).Select(profile => profile.Code);
    }

    private ILookup<T, int> Marks<T>(Func<LanguageProfile, IEnumerable<T>> marks) => profiles
        .SelectMany((profile, i) => marks(profile).Distinct().Select(mark => (mark, i)))
        .ToLookup(pair => pair.mark, pair => pair.i);

    // What several languages share speaks for each of them the less.
    private static void Add(double[] scores, IEnumerable<int> speaksFor)
    {
        var share = 1.0 / speaksFor.Count();
        foreach (var language in speaksFor)
        {
            scores[language] += share;
        }
    }

    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsLetter(text[at])
            || char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
        {
            at++;
        }

        return at;
    }
}
