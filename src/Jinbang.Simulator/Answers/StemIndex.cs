using System.Numerics;

namespace Jinbang.Simulator.Answers;

/// <summary>
/// Finds which of many stems stand in a text, in time that grows with the text and not with the stems:
/// each stem is filed under the hash of its beginning, as long as the largest power of two that fits,
/// and the text's windows of those few lengths are looked up by rolling hashes.
/// </summary>
internal sealed class StemIndex
{
    private const ulong Radix = 0x9E3779B97F4A7C15;
    private const int FilterBits = 20;

    private readonly Dictionary<(int Length, ulong Hash), Stem[]> stems;
    private readonly (int Length, ulong Power)[] windows;

    // Most windows begin no stem; one bit spares them the dictionary.
    private readonly ulong[] filter = new ulong[1 << (FilterBits - 6)];

    public StemIndex(IEnumerable<Stem> stems)
    {
        this.stems = stems
            .GroupBy(stem => Beginning(stem.Text))
            .ToDictionary(group => group.Key, group => group.OrderByDescending(stem => stem.Text.Length).ToArray());
        windows = [.. this.stems.Keys.Select(key => key.Length).Distinct().OrderDescending().Select(length => (length, Power(length)))];
        foreach (var (_, hash) in this.stems.Keys)
        {
            filter[Slot(hash) >> 6] |= 1UL << Slot(hash);
        }
    }

    /// <summary>The text without white space, so that no template's line breaks hide a stem.</summary>
    public static string Squeezed(string text)
    {
        var kept = new char[text.Length];
        var count = 0;
        foreach (var unit in text)
        {
            kept[count] = unit;
            count += char.IsWhiteSpace(unit) ? 0 : 1;
        }

        return new string(kept, 0, count);
    }

    /// <summary>The stems in a squeezed text with the place after each, from left to right; longer ones swallow those within.</summary>
    public IEnumerable<(Stem Stem, int End)> In(string text)
    {
        var hashes = Prefixes(text);
        for (var start = 0; start < text.Length; start++)
        {
            if (At(text, hashes, start) is { } stem)
            {
                yield return (stem, start + stem.Text.Length);
                start += stem.Text.Length - 1;
            }
        }
    }

    private Stem? At(string text, ulong[] hashes, int start)
    {
        foreach (var (length, power) in windows)
        {
            if (start + length > text.Length)
            {
                continue;
            }

            var hash = hashes[start + length] - (hashes[start] * power);
            if ((filter[Slot(hash) >> 6] & (1UL << Slot(hash))) != 0
                && stems.TryGetValue((length, hash), out var candidates)
                && Array.Find(candidates, stem => text.AsSpan(start).StartsWith(stem.Text)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static (int Length, ulong Hash) Beginning(string stem)
    {
        var length = 1 << BitOperations.Log2((uint)stem.Length);
        return (length, Prefixes(stem[..length])[length]);
    }

    private static ulong[] Prefixes(string text)
    {
        var hashes = new ulong[text.Length + 1];
        for (var index = 0; index < text.Length; index++)
        {
            hashes[index + 1] = (hashes[index] * Radix) + text[index] + 1;
        }

        return hashes;
    }

    private static ulong Power(int exponent)
    {
        var power = 1UL;
        for (var count = 0; count < exponent; count++)
        {
            power *= Radix;
        }

        return power;
    }

    private static int Slot(ulong hash) => (int)((hash * 0xD6E8FEB86659FD93) >> (64 - FilterBits));
}
