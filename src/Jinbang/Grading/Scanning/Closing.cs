namespace Jinbang.Grading.Scanning;

/// <summary>Reads the sentence that closes a reply: its conclusion, or else its last one.</summary>
internal static class Closing
{
    private static readonly PhraseFinder Conclusions = new(
        "so ", "so, ", "therefore", "thus", "hence", "based on", "overall", "in conclusion", "in summary", "consequently", "finally", "accordingly",
        "since", "because", "given", "considering", "among", "of the options", "所以", "因此", "综上", "故", "由此", "可见", "总之", "因而", "根据");

    private static readonly PhraseFinder Turns = new(" but ", " however", " although ", " though ", "但", "然而", "不过");
    private static readonly PhraseFinder Guesses = new("也可能", "也许", "或许", "perhaps", "maybe", "possibly");
    private static readonly PhraseFinder Consequences = new("so", "therefore", "thus", "hence", "所以", "因此", "故", "因而");
    private static readonly PhraseFinder Grounds = new("since", "because", "given", "as", "if");
    private static readonly PhraseFinder Sizes = new("hundred", "thousand", "million", "billion", "trillion", "dozen", "percent", "times", "squared", "cubed", "more", "less", "百", "千", "万", "亿", "倍", "成", "折");
    private static readonly PhraseFinder Openings = new("or", "either", "或", "还是");
    private static readonly PhraseFinder Affirmations = new("is correct", "are correct", "is true", "are true", "is right", "正确", "是对的", "符合");

    /// <summary>The option that the closing sentence names; null when it names none, or several.</summary>
    public static Reading? Read(OptionSet options, ReadOnlySpan<char> text)
    {
        var (start, end) = Sentences.Closing(options, text, Conclusions, out var isConclusion);
        (start, isConclusion) = LastClause(text[..end], start) is { } clause ? (clause, true) : (start, isConclusion);
        var sentence = text[start..end];
        if (Consequence(sentence) is { } consequence)
        {
            return ChoiceReader.Of(options, consequence.From(start), "closing", 0.8);
        }

        if (Affirmations.First(sentence) is not null || Guesses.First(sentence) is not null)
        {
            return null;
        }

        if (Mentions.Only(options, sentence, endsSentence: true, out var areSeveral) is { } letters)
        {
            // Further letters may stand on the lines below.
            var run = NamedOptions.At(options, text, start + letters.Start)?.Run ?? letters.From(start);
            var isEcho = run.Letters == options.Letters && !options.MaySeveral;
            return !isEcho && Concludes(sentence, letters, isConclusion) ? ChoiceReader.Of(options, run, "closing", 0.8) : null;
        }

        var isLast = isConclusion && Marks.IsDressing(text[end..]);
        return !areSeveral && isLast && Result(options, sentence) is { } result ? ChoiceReader.Of(options, result.From(start), "closing-text", 0.6)
            : !areSeveral && options.OnlyNamed(sentence) is { } named && !IsSupposed(sentence)
            && Concludes(sentence, named, isConclusion && (Mentions.IsAfterCopula(sentence, named.Start) || Marks.IsDressing(sentence[named.End..])))
            ? ChoiceReader.Of(options, named.From(start), "closing-text", 0.6) : null;
    }

    // "The resistance grows, so the current falls."
    private static int? LastClause(ReadOnlySpan<char> text, int start)
    {
        var comma = text[start..].LastIndexOfAny(',', ';');
        return comma >= 0 && Consequences.IsAt(text, Marks.SkipDressing(text, start + comma + 1)) ? start + comma + 1 : null;
    }

    // "Given that A is false and B is true, B."
    private static LetterRun? Consequence(ReadOnlySpan<char> sentence)
    {
        var comma = sentence.LastIndexOf(',');
        return comma > 1 && Grounds.IsAt(sentence, Marks.SkipDressing(sentence, 0)) && LetterRun.At(sentence, Marks.SkipDressing(sentence, comma + 1)) is { Count: 1 } run
            && Marks.IsDressing(sentence[run.End..]) && LetterRun.At(sentence, comma - 1) is null ? run : null;
    }

    // "So the total is 15.": a result that is an option's text, however short.
    private static LetterRun? Result(OptionSet options, ReadOnlySpan<char> sentence)
    {
        var whole = sentence.TrimEnd(" \t\r\n.,;:!)]}*_`$\"'。");
        var named = options.EndsWith(whole, out var at);
        whole = named != 0 ? whole : WithoutUnit(whole);
        named = named != 0 ? named : options.EndsWith(whole, out at);
        return named != 0 && Openings.First(sentence) is null && IsResult(whole, at) ? new(named, at, whole.Length, false) : null;
    }

    private static bool IsResult(ReadOnlySpan<char> text, int at) => Mentions.IsAfterCopula(text, at)
        || text[..at].TrimEnd(" $*(:") is var before && (before is [.., '='] || before.EndsWith(" equals") || before.EndsWith(" equal to") || before.EndsWith("等于"));

    // The number that a word follows which does not change its size: "48 tiles", "48 cm", not "48 thousand".
    private static ReadOnlySpan<char> WithoutUnit(ReadOnlySpan<char> text)
    {
        var unit = text.Length;
        while (unit > 0 && text.Length - unit < 12 && char.IsLetter(text[unit - 1]))
        {
            unit--;
        }

        var number = text[..unit].TrimEnd(" $)*");
        return unit < text.Length && number is [.., >= '0' and <= '9'] && !Sizes.IsAt(text, unit) && (text[unit] < '\u3400' ? unit > number.Length : text.Length - unit < 3) ? number : text;
    }

    // What is named in a conclusion, or ends the sentence after a form of "be".
    private static bool Concludes(ReadOnlySpan<char> sentence, LetterRun run, bool isConclusion) =>
        Turns.First(sentence[run.End..]) is null
        && (isConclusion || (Mentions.IsAfterCopula(sentence, run.Start) && Marks.IsDressing(sentence[run.End..])));

    private static bool IsSupposed(ReadOnlySpan<char> sentence) => sentence.EndsWith('?') || sentence.StartsWith("if ", StringComparison.OrdinalIgnoreCase);
}
