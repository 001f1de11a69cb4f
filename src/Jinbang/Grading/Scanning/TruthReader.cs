namespace Jinbang.Grading.Scanning;

/// <summary>Reads whether a reply calls a statement true or false.</summary>
internal static class TruthReader
{
    private const int Longest = 60;

    /// <summary>Reads a reply to a true-or-false question.</summary>
    public static Reading Read(string text) => ValueReader.Read(text, rest => Announced(rest), Read, Said);

    private static Reading Said(string text) =>
        Announced(text)
        ?? Opening(text)
        ?? LastLine(text)
        ?? Refusals.Read(text)
        ?? new(ReadingKind.Unreadable, "", "nothing-conclusive");

    private static Reading? Announced(ReadOnlySpan<char> text)
    {
        Reading? last = null;
        for (var from = 0; ValueCues.Judgements.Next(text, from) is { } cue; from = cue.End)
        {
            if ((cue.Kind == CueKind.Frame || !Denial.Precedes(text, cue.Start)) && After(text, cue.End) is { } word
                && (cue.Kind != CueKind.Conclusion || TruthWord.EndsPhrase(text, word.End)))
            {
                last = Of(text, word, cue.Kind == CueKind.Frame ? "boxed" : "answer-cue", 0.95);
            }
        }

        return last;
    }

    // The first truth word behind a cue, past words that fill the gap.
    private static TruthWord? After(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + Longest);
        while (at < limit)
        {
            if (TruthWord.At(text, at) is { } word)
            {
                return word;
            }

            var next = text[at..].StartsWith("一个") || text[at..].StartsWith("一种") ? at + 2 : Gap.Next(text, at);
            if (next is null)
            {
                return null;
            }

            at = next.Value;
        }

        return null;
    }

    private static Reading? Opening(ReadOnlySpan<char> text)
    {
        var at = Marks.SkipDressing(text, 0);
        return at < text.Length && TruthWord.At(text, at) is { } word && (TruthWord.EndsPhrase(text, word.End) || IsHedged(text, word) || IsDoubled(text, word)) ? Of(text, word, "opening", 0.9) : null;
    }

    private static Reading? LastLine(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd().Length;
        var line = text[..end].LastIndexOf('\n') + 1;
        var at = Marks.SkipDressing(text[..end], line);
        return TruthWord.At(text, at) is { } word && text[word.End..end].Trim(" .。!*_`$\"')]}\uFE0F").IsEmpty ? Of(text, word, "last-line", 0.9) : null;
    }

    private static Reading Of(ReadOnlySpan<char> text, TruthWord word, string rule, double confidence)
    {
        var place = new Place(word.Start, word.End - word.Start);
        return IsHedged(text, word)
            ? new(ReadingKind.Unreadable, "", "hedge", place.Start, place.Length)
            : new(ReadingKind.Value, word.IsTrue ? "true" : "false", rule, place.Start, place.Length, confidence);
    }

    // "✓ 正确"
    private static bool IsDoubled(ReadOnlySpan<char> text, TruthWord word) =>
        Marks.SkipBlanks(text, word.End) is var next && next < text.Length && TruthWord.At(text, next) is { } second && second.IsTrue == word.IsTrue;

    // "true or false", "对还是错", "正确/错误".
    private static bool IsHedged(ReadOnlySpan<char> text, TruthWord word)
    {
        var at = Marks.SkipBlanks(text, word.End);
        foreach (var joint in (ReadOnlySpan<string>)["or ", "/", "或者", "或", "还是"])
        {
            if (text[at..].StartsWith(joint, StringComparison.OrdinalIgnoreCase))
            {
                var next = Marks.SkipBlanks(text, at + joint.Length);
                return next < text.Length && TruthWord.At(text, next) is { } other && other.IsTrue != word.IsTrue;
            }
        }

        return false;
    }
}
