using System.Buffers;
using Jinbang.Exams.Instructions;

namespace Jinbang.Grading.Instructions;

/// <summary>Paragraphs: IFEval's length_constraints:number_paragraphs and length_constraints:nth_paragraph_first_word.</summary>
internal static class Paragraphs
{
    private static readonly SearchValues<char> Stops = SearchValues.Create(".,?!'\"");

    /// <summary>The number of paragraphs parted by ***, where a divider may stand before the first and after the last;
    /// -1 when one between is empty.</summary>
    public static int Starred(string text)
    {
        var paragraphs = text.Split("***");
        var inner = paragraphs.Length > 2 ? paragraphs[1..^1] : [];
        return inner.Any(string.IsNullOrWhiteSpace) ? -1 : paragraphs.Count(paragraph => !string.IsNullOrWhiteSpace(paragraph));
    }

    /// <summary>Whether there are as many paragraphs, parted by blank lines, as asked for, and the one asked for begins with the word.</summary>
    public static bool Follows(Instruction asked, string text, bool isChinese)
    {
        var paragraphs = text.Split("\n\n");
        var count = paragraphs.Count(paragraph => !string.IsNullOrWhiteSpace(paragraph));
        return count == asked.Count && asked.Place <= count && paragraphs[asked.Place - 1].Trim() is { Length: > 0 } paragraph
            && (isChinese ? StartsWith(asked.Text, paragraph) : FirstWord(paragraph).Equals(asked.Text, StringComparison.OrdinalIgnoreCase));
    }

    private static ReadOnlySpan<char> FirstWord(string paragraph)
    {
        var end = 0;
        while (end < paragraph.Length && !char.IsWhiteSpace(paragraph[end]))
        {
            end++;
        }

        var word = paragraph.AsSpan(0, end).TrimStart('\'').TrimStart('"');
        var stop = word.IndexOfAny(Stops);
        return stop < 0 ? word : word[..stop];
    }

    // A Chinese paragraph begins with a word when it begins with its characters, a Latin word when it goes no further.
    private static bool StartsWith(string word, string paragraph)
    {
        var start = paragraph.AsSpan().TrimStart("'\"“‘「『《");
        var isLatin = char.IsAsciiLetterOrDigit(word[^1]);
        return start.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            && !(isLatin && start.Length > word.Length && char.IsAsciiLetterOrDigit(start[word.Length]));
    }
}
