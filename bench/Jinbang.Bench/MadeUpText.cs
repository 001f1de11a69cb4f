using System.Text;

namespace Jinbang.Bench;

/// <summary>Texts of made-up words, few of them frequent and most of them rare, as in any language: three of four in Chinese characters.</summary>
/// <param name="seed">Of chance.</param>
internal sealed class MadeUpText(int seed)
{
    private const int Words = 30_000;
    private const int Characters = 3_000;
    private const int Shortest = 150;
    private const int Longest = 400;

    private static readonly string[] Syllables = ["con", "the", "ra", "ti", "mo", "ser", "pho", "lo", "an", "tri", "ex", "sub", "ne", "per", "ology", "ment"];
    private readonly Random random = new(seed);

    /// <summary>A word by its place in the order of frequency, from 0; always the same.</summary>
    public static string Word(int rank)
    {
        var own = new Random(rank);
        return rank % 4 == 3
            ? string.Concat(Enumerable.Range(0, 1 + own.Next(4)).Select(_ => Syllables[own.Next(Syllables.Length)]))
            : string.Concat(Enumerable.Range(0, rank < 40 ? 1 : 1 + own.Next(1, 4)).Select(_ => (char)(0x4E00 + (int)(Math.Pow(own.NextDouble(), 2) * Characters))));
    }

    /// <summary>A text as long as replies are.</summary>
    public string Next()
    {
        var (text, length) = (new StringBuilder(), random.Next(Shortest, Longest));
        while (text.Length < length)
        {
            text.Append(All[(int)Math.Pow(Words, random.NextDouble()) - 1]).Append(random.Next(8) == 0 ? "，" : random.Next(3) == 0 ? " " : "");
        }

        return text.ToString();
    }

    private static readonly string[] All = [.. Enumerable.Range(0, Words).Select(Word)];
}
