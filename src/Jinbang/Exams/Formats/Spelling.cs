namespace Jinbang.Exams.Formats;

/// <summary>Finds the word that a misspelt one was meant to be.</summary>
internal static class Spelling
{
    private const int Longest = 40;

    /// <summary>The known word at most two letters away; null when none is near.</summary>
    public static string? Nearest(string word, IReadOnlyList<string> known) =>
        word.Length is 0 or > Longest
            ? null
            : known.Select(candidate => (candidate, Distance: Distance(word.ToLowerInvariant(), candidate)))
                .Where(pair => pair.Distance <= Math.Min(2, pair.candidate.Length / 2))
                .OrderBy(pair => pair.Distance)
                .Select(pair => pair.candidate)
                .FirstOrDefault();

    // Levenshtein's distance, row by row.
    private static int Distance(string from, string to)
    {
        var above = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var row = new int[to.Length + 1];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var changed = above[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(above[j], row[j - 1]) + 1);
            }

            above = row;
        }

        return above[^1];
    }
}
