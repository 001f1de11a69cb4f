using Fractions;

namespace Jinbang.Grading.Mathematics;

/// <summary>Values of variables: rational numbers that depend on the variable's name and the number of the point alone.</summary>
internal readonly record struct Point(int Number)
{
    private const uint Seed = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The value of a variable, not zero and between -40 and 40; in the first two points every value is positive.</summary>
    public Fraction Of(string variable)
    {
        // Fowler, Noll and Vo's hash (FNV-1a).
        var hash = Seed;
        foreach (var c in variable)
        {
            hash = (hash ^ c) * Prime;
        }

        hash = (hash ^ (uint)Number) * Prime;
        hash ^= hash >> 15;
        hash *= Prime;
        var value = new Fraction((int)(hash % 101) + 7, (int)(hash / 101 % 17) + 3);
        return Number > 1 && (hash >> 20 & 1) == 1 ? -value : value;
    }
}
