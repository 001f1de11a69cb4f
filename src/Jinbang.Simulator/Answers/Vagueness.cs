using Jinbang.Exams;

namespace Jinbang.Simulator.Answers;

/// <summary>Answers that name an option by its beginning alone, which a person understands and rules do not.</summary>
internal static class Vagueness
{
    private static readonly Phrase Words = new(
        "I keep coming back to what begins with {0} and would leave it at that.", "想来想去，还是以{0}开头的说法更稳妥，就到这里。");

    /// <summary>The answer in such words; null when an option has no beginning that is shorter than itself.</summary>
    public static string? Of(string letters, IReadOnlyList<Option> options, Language language)
    {
        var beginnings = letters.Select(letter => Beginning(options.First(option => option.Letter == letter).Text)).ToList();
        return beginnings.Contains(null)
            ? null
            : Words.In(language).Replace("{0}", string.Concat(beginnings.Select(words => $"“{words}……”")), StringComparison.Ordinal);
    }

    // Whole words where there are blanks, else half of the text.
    private static string? Beginning(string text)
    {
        var most = text.Length * 3 / 4;
        var blank = text.LastIndexOf(' ', Math.Max(0, most - 1));
        var length = blank > 0 ? blank : text.Length / 2;
        return length > 0 && !text.Contains('\n') && !char.IsHighSurrogate(text[length - 1]) ? text[..length] : null;
    }
}
