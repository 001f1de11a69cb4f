namespace Jinbang.Grading.Scanning;

/// <summary>Reads the sentence that closes a reply: its conclusion, or else its last one.</summary>
internal static class Closing
{
    private static readonly PhraseFinder Conclusions = new(
        "so ", "so, ", "therefore", "thus", "hence", "based on", "overall", "in conclusion", "in summary", "consequently", "finally", "accordingly",
        "since", "because", "given", "considering", "among", "of the options", "所以", "因此", "综上", "故", "由此", "可见", "总之", "因而", "根据");

    private static readonly PhraseFinder Turns = new(" but ", " however", " although ", " though ", "但", "然而", "不过");
    private static readonly PhraseFinder Guesses = new("也可能", "也许", "或许", "perhaps", "maybe", "possibly");
    private static readonly PhraseFinder Grounds = new("since", "because", "given", "as", "if");
    private static readonly PhraseFinder Openings = new("or", "either", "或", "还是");
    private static readonly PhraseFinder Affirmations = new("is correct", "are correct", "is true", "are true", "is right", "正确", "是对的", "符合");

    /// <summary>The option that the closing sentence names; null when it names none, or several.</summary>
    public static Reading? Read(OptionSet options, ReadOnlySpan<char> text)
    {
        var (start, end) = Sentences.Closing(options, text, Conclusions, out var isConclusion);
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
        return options.EndsWith(whole, out var at) is not 0 and var bit && Openings.First(sentence) is null
            && (Mentions.IsAfterCopula(whole, at) || whole[..at].TrimEnd(" $*(") is [.., '=']) ? new(bit, at, whole.Length, false) : null;
    }

    // What is named in a conclusion, or ends the sentence after a form of "be".
    private static bool Concludes(ReadOnlySpan<char> sentence, LetterRun run, bool isConclusion) =>
        Turns.First(sentence[run.End..]) is null
        && (isConclusion || (Mentions.IsAfterCopula(sentence, run.Start) && Marks.IsDressing(sentence[run.End..])));

    private static bool IsSupposed(ReadOnlySpan<char> sentence) => sentence.EndsWith('?') || sentence.StartsWith("if ", StringComparison.OrdinalIgnoreCase);
}
