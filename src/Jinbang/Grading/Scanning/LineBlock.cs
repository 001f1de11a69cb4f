namespace Jinbang.Grading.Scanning;

/// <summary>Lines in a row that hold nothing but an option each.</summary>
/// <param name="Letters">The letters of all but the last line, as bits.</param>
/// <param name="Lines">How many lines.</param>
/// <param name="Last">The last line's letters; null before the first.</param>
internal readonly record struct LineBlock(int Letters, int Lines, LetterRun? Last)
{
    /// <summary>No lines.</summary>
    public static LineBlock Empty => default;

    /// <summary>The block with one more line.</summary>
    public LineBlock With(LetterRun line) => new(Letters | (Last?.Letters ?? 0), Lines + 1, line);

    /// <summary>What the block chooses: its lines, or what follows the whole list of options; null when it merely lists options.</summary>
    public LetterRun? Chosen(OptionSet options) =>
        Last is not { } last ? null
        : Lines == 1 || (Letters == options.Letters && Lines == options.Count + 1) ? last
        : !options.IsEcho(Letters | last.Letters) ? last with { Letters = Letters | last.Letters }
        : null;
}
