namespace Jinbang;

/// <summary>Patterns of names, in which <c>*</c> stands for any characters and case does not matter.</summary>
internal static class NamePattern
{
    /// <summary>Whether a whole name fits a pattern, in time proportional to their lengths' product at worst.</summary>
    public static bool Fits(string name, string pattern)
    {
        var (at, place, star, resume) = (0, 0, -1, 0);
        while (at < name.Length)
        {
            if (place < pattern.Length && pattern[place] == '*')
            {
                (star, resume) = (place++, at);
            }
            else if (place < pattern.Length && Same(name[at], pattern[place]))
            {
                (at, place) = (at + 1, place + 1);
            }
            else if (star >= 0)
            {
                (place, at) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(place).TrimStart('*').IsEmpty;
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
