using Jinbang.Exams.Checks;

namespace Jinbang.Exams.Twins;

/// <summary>A question's text as the set of its runs of five characters, hashed.</summary>
internal sealed class ShingledText
{
    private const int Length = 5;

    // Of texts that have four fifths in common one pair in five thousand shares no band.
    private const int BandCount = 16;
    private const int Rows = 4;

    private readonly HashSet<ulong> shingles = [];

    public ShingledText(Question question)
    {
        Question = question;
        var options = question.Options.Select(option => SameText.Core(option.Text)).Order(StringComparer.Ordinal);
        var text = string.Join('\n', [SameText.Core(question.Passage ?? ""), SameText.Core(question.Stem), .. options]);
        for (var start = 0; start == 0 || start + Length <= text.Length; start++)
        {
            shingles.Add(Hash(text.AsSpan(start, Math.Min(Length, text.Length))));
        }

        Bands = BandsOf(shingles);
    }

    public Question Question { get; }

    /// <summary>Hashes of which two texts share one the likelier the more they have in common (Broder 1997; Leskovec et al.,
    /// Mining of Massive Datasets, section 3.4).</summary>
    public IReadOnlyList<ulong> Bands { get; }

    /// <summary>Jaccard's share of common shingles, 0 to 1.</summary>
    public double LikenessTo(ShingledText other)
    {
        var (few, many) = shingles.Count < other.shingles.Count ? (shingles, other.shingles) : (other.shingles, shingles);
        var common = few.Count(many.Contains);
        return (double)common / (few.Count + many.Count - common);
    }

    private static ulong[] BandsOf(HashSet<ulong> shingles)
    {
        Span<ulong> least = stackalloc ulong[BandCount * Rows];
        least.Fill(ulong.MaxValue);
        foreach (var shingle in shingles)
        {
            for (var i = 0; i < least.Length; i++)
            {
                least[i] = Math.Min(least[i], Mix(shingle ^ ((ulong)(i + 1) * 0x9E3779B97F4A7C15)));
            }
        }

        var bands = new ulong[BandCount];
        for (var band = 0; band < bands.Length; band++)
        {
            bands[band] = (ulong)band;
            foreach (var row in least.Slice(band * Rows, Rows))
            {
                bands[band] = Mix(bands[band] ^ row);
            }
        }

        return bands;
    }

    private static ulong Hash(ReadOnlySpan<char> run)
    {
        var hash = 0ul;
        foreach (var letter in run)
        {
            hash = Mix(hash + letter + 1);
        }

        return hash;
    }

    // The finaliser of SplitMix64 (Steele et al. 2014): every bit of the input moves every bit of the output.
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
