using System.Buffers;

namespace Jinbang.Grading.Scanning;

/// <summary>Reads statements that are true of all options but some: "everything except B", "除了B都对".</summary>
internal static class AllBut
{
    private const int Longest = 60;

    private static readonly FirstLetters Words = new(["except", "but", "除", "除了"]);
    private static readonly SearchValues<string> Totals = SearchValues.Create(["all ", "every ", "everything ", "each ", "none ", "no ", "nothing "], StringComparison.OrdinalIgnoreCase);
    private static readonly PhraseFinder Right = new("correct", "true", "right");
    private static readonly PhraseFinder None = new("none", "no", "nothing");
    private static readonly PhraseFinder Wrong = new("incorrect", "wrong", "false", "eliminated", "excluded", "not");

    /// <summary>The options that such a statement makes right; null when there is none.</summary>
    public static Reading? Read(OptionSet options, ReadOnlySpan<char> text)
    {
        for (var from = 0; Words.Next(text, from) is var (at, word); from = at + 1)
        {
            if (Excepted(options, text, at + word.Length) is { } run
                && (word[0] == '除' ? InChinese(text, run.End) : InEnglish(options, text, at, run.End)) is { } areOthersRight)
            {
                var letters = areOthersRight ? options.Letters & ~run.Letters : run.Letters;
                return letters == 0 || (areOthersRight && !options.MaySeveral) ? null : ChoiceReader.Of(options, run with { Letters = letters }, "all-but", 0.8);
            }
        }

        return null;
    }

    private static LetterRun? Excepted(OptionSet options, ReadOnlySpan<char> text, int at) =>
        Gap.Cross(text, at) is >= 0 and var start && NamedOptions.At(options, text, start) is { By: Naming.Letter, Run: { IsHedged: false } run } ? run : null;

    // Whether the others are right: "除B外其余都正确", or wrong: "除了B都错".
    private static bool? InChinese(ReadOnlySpan<char> text, int at)
    {
        var rest = text.Slice(at, Math.Min(Longest / 2, text.Length - at)).TrimStart(" ,选项以之外其余他它的说法两三四个");
        return rest is not ['都' or '均' or '全' or '皆', ..] ? null
            : rest[1..].TrimStart("都部是") is not [var first, ..] ? null
            : first is '对' or '正' or '选' or '符' ? true
            : Denial.IsDenial(first) ? false
            : null;
    }

    // The sentence up to the exception speaks of all; what it says of them stands before or behind it, if anywhere.
    private static bool? InEnglish(OptionSet options, ReadOnlySpan<char> text, int at, int end)
    {
        var before = text[Math.Max(0, at - Longest)..at];
        before = before[(before.LastIndexOfAny('.', '\n', ';') + 1)..];
        var after = text[end..Math.Min(text.Length, end + Longest)];
        after = after[..Sentences.End(options, after, 0)];
        var isNone = None.First(before) is not null;
        bool? areOthersRight = !before.ContainsAny(Totals) ? null
            : Wrong.First(before) is not null || Wrong.First(after) is not null ? false
            : Right.First(before) is not null || Right.First(after) is not null || Marks.IsDressing(after) ? true
            : null;
        return !isNone ? areOthersRight : areOthersRight == true ? false : null;
    }
}
