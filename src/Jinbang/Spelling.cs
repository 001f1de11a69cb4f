namespace Jinbang;

/// <summary>Guesses what a misspelt word was meant to be.</summary>
public static class Spelling
{
    // Whoever wrote more than this did not misspell a word.
    private const int Longest = 80;

    /// <summary>The known word nearest to what was written, or null when none is near.</summary>
    public static string? Nearest(string written, IEnumerable<string> known) => Near(written, known).FirstOrDefault();

    /// <summary>The known words that are near to what was written, the nearest first.</summary>
    public static IEnumerable<string> Near(string written, IEnumerable<string> known) => written.Length is 0 or > Longest ? [] :
        known.Select(word => (word, distance: Distance(written, word)))
            .Where(near => near.distance <= Math.Max(2, near.word.Length / 3))
            .OrderBy(near => near.distance)
            .Select(near => near.word);

    /// <summary>Single-letter edits between two words, case aside.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
                var replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
