using System.Collections.Frozen;

namespace Jinbang.Grading.Scanning;

/// <summary>Reads numbers written in English words: "twelve", "one thousand six hundred twenty-five", "two thirds".</summary>
internal static class EnglishNumber
{
    private const int MostWords = 20;

    private static readonly FrozenDictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> Ones = Table(
        ("zero", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9),
        ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16),
        ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50),
        ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90));

    private static readonly FrozenDictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> Powers = Table(
        ("hundred", 100), ("thousand", 1000), ("million", 1_000_000), ("billion", 1_000_000_000), ("dozen", 12));

    private static readonly FrozenDictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> Shares = Table(
        ("half", 2), ("halves", 2), ("third", 3), ("thirds", 3), ("quarter", 4), ("quarters", 4), ("fourth", 4), ("fourths", 4),
        ("fifth", 5), ("fifths", 5), ("sixth", 6), ("sixths", 6), ("eighth", 8), ("eighths", 8), ("tenth", 10), ("tenths", 10));

    /// <summary>The number that begins at a place, in canonical form; null when none does.</summary>
    public static string? At(ReadOnlySpan<char> text, int at, out int end)
    {
        var (total, section, words) = (0m, 0m, 0);
        end = at;
        for (var next = at; words < MostWords && section < 1e12m && Marks.WordEnd(text, next) is var wordEnd && wordEnd > next; words++)
        {
            var word = text[next..wordEnd];
            if (Ones.TryGetValue(word, out var one))
            {
                section += one;
            }
            else if (Powers.TryGetValue(word, out var power) && (words > 0 || end > at))
            {
                section = Math.Max(1, section) * power;
                (total, section) = power is >= 1000 ? (total + section, 0) : (total, section);
            }
            else if (!(words > 0 && word.Equals("and", StringComparison.OrdinalIgnoreCase)))
            {
                break;
            }

            end = word.Equals("and", StringComparison.OrdinalIgnoreCase) ? end : wordEnd;
            next = Behind(text, wordEnd);
        }

        return end == at || (total + section == 1 && text[end..].StartsWith(" of ", StringComparison.OrdinalIgnoreCase)) ? null : Spelled(text, total + section, ref end);
    }

    private static string Spelled(ReadOnlySpan<char> text, decimal value, ref int end)
    {
        var next = Behind(text, end);
        var wordEnd = Marks.WordEnd(text, next);
        if (Shares.TryGetValue(text[next..wordEnd], out var share))
        {
            end = wordEnd;
            return Quantity.Spell(value / share);
        }

        end = Scale.UnitEnd(text, end, out var unit);
        return Quantity.Spell(value) + unit;
    }

    private static int Behind(ReadOnlySpan<char> text, int at) => at < text.Length && text[at] is ' ' or '-' ? at + 1 : at;

    private static FrozenDictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> Table(params (string Word, long Value)[] words) => words
        .ToFrozenDictionary(word => word.Word, word => word.Value, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();
}
