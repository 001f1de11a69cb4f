using System.Globalization;

namespace Jinbang.Grading.Instructions;

/// <summary>The words and letters that tell the languages of one script apart.</summary>
internal sealed class LanguageEvidence
{
    private const int LongestWord = 20;

    // A single word may be a name, a quotation or another language's.
    private const double Lead = 1;
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

    /// <summary>The languages that a text may be in: those that no other leads by more than one word of its own.</summary>
    public IEnumerable<string> Possible(ReadOnlySpan<char> text)
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
        return profiles.Where((_, i) => scores[i] >= most - Lead).Select(profile => profile.Code);
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
