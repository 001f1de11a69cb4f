namespace Jinbang.Simulator;

/// <summary>Chance that falls the same way for the same seed and circumstances, on every machine.</summary>
internal readonly struct Chance
{
    private readonly ulong state;

    private Chance(ulong state) => this.state = state;

    /// <summary>The circumstances so far as one number.</summary>
    public ulong Value => state;

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double Share => (state >> 11) * (1.0 / (1UL << 53));

    /// <summary>The start of all chance under a seed.</summary>
    public static Chance From(int seed) => new Chance(0).With((ulong)seed);

    /// <summary>The chance under one more circumstance.</summary>
    public Chance With(ulong value) => new(Mixed(state + 0x9E3779B97F4A7C15 + Mixed(value)));

    /// <summary>The chance under one more circumstance.</summary>
    public Chance With(ReadOnlySpan<char> text)
    {
        // FNV-1a over UTF-16 units: string.GetHashCode differs from process to process.
        var hash = 0xCBF29CE484222325;
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * 0x100000001B3;
        }

        return With(hash);
    }

    /// <summary>The chance under the seed that a request gives, if any.</summary>
    public Chance WithSeed(long? seed) => seed is { } given ? With("seed").With((ulong)given) : this;

    /// <summary>A number from 0 up to, not including, <paramref name="count"/>.</summary>
    public int Pick(int count) => (int)(Share * count);

    private static ulong Mixed(ulong value)
    {
        // The finisher of SplitMix64.
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
