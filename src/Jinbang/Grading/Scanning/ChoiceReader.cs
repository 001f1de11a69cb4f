using Jinbang.Exams;

namespace Jinbang.Grading.Scanning;

/// <summary>Reads which options a reply chooses, from the most telling kind of statement to the least.</summary>
internal static class ChoiceReader
{
    private const int Questions = 3;

    /// <summary>Reads a reply to a question with options; the key is not looked at.</summary>
    public static Reading Read(Question question, string text)
    {
        var reply = ReplyText.From(text);
        var options = OptionSet.Of(question);
        return Silence.Read(reply)
            ?? StructuredAnswer.Read(reply.Text, rest => StatementScan.Last(options, rest), field => Read(question, field))
            ?? FirstAnswer(options, reply.Text);
    }

    /// <summary>The reading of letters that a rule takes for the answer.</summary>
    public static Reading Of(OptionSet options, LetterRun run, string rule, double confidence)
    {
        var length = run.End - run.Start;
        return (run.Letters & ~options.Letters) != 0 ? new(ReadingKind.Unreadable, "", "no-such-option", run.Start, length)
            : run.Count == 1 ? new(ReadingKind.Letter, run.Text, rule, run.Start, length, confidence)
            : run.IsHedged ? new(ReadingKind.Unreadable, "", "hedge", run.Start, length)
            : new(ReadingKind.Letters, run.Text, rule, run.Start, length, confidence);
    }

    /// <summary>The reading of the statement at a place that all options, or none, are right; null when it is not made there.</summary>
    public static Reading? AllOrNone(OptionSet options, ReadOnlySpan<char> text, int at) =>
        AllOfThem.IsAt(text, at) && AllOfThem.In(text[at..]) is { } all ? All(options, new(at, all.Length))
        : NoneOfThem.IsAt(text, at) && NoneOfThem.In(text[at..]) is { } none ? None(options, new(at, none.Length))
        : null;

    // A reply that goes on to another question has answered ours before.
    private static Reading FirstAnswer(OptionSet options, ReadOnlySpan<char> text)
    {
        for (var (end, count) = (NextQuestion.After(text, 0), 0); end < text.Length && count < Questions; end = NextQuestion.After(text, end), count++)
        {
            if (Read(options, text[..end]) is { Kind: ReadingKind.Letter or ReadingKind.Letters } answer)
            {
                return answer;
            }
        }

        return Read(options, text);
    }

    private static Reading Read(OptionSet options, ReadOnlySpan<char> text) =>
        StatementScan.Last(options, text)
        ?? Bare(options, text)
        ?? MarkedOptions.Read(options, text)
        ?? LineLetters.Read(options, text)
        ?? Closing.Read(options, text)
        ?? AllBut.Read(options, text)
        ?? ((NoneOfThem.In(text) ?? NoneOfThem.Alone(text)) is { } said ? None(options, said) : null)
        ?? DeclinedChoice.Read(options, text)
        ?? AllRight(options, text)
        ?? QuestionBack.Read(text)
        ?? Affirmed.Read(options, text)
        ?? OnlyNamed(options, text)
        ?? new(ReadingKind.Unreadable, "", "nothing-conclusive");

    // The whole reply names options and says nothing else.
    private static Reading? Bare(OptionSet options, ReadOnlySpan<char> text)
    {
        var at = Gap.Cross(text, 0);
        return at < 0 || NamedOptions.At(options, text, at) is not { } named || IsList(options, text, named.Run) || !Marks.IsDressing(text[Marks.SkipParticle(text, named.Run.End)..]) ? null : named.By switch
        {
            Naming.Letter => Of(options, named.Run, "bare", 1),
            Naming.Text => Of(options, named.Run, "option-text", 0.9),
            Naming.Position => Of(options, named.Run, "position", 0.8),
        };
    }

    // All options of which one is asked for, or lines that repeat the question's list or its beginning.
    private static bool IsList(OptionSet options, ReadOnlySpan<char> text, LetterRun run) => text[run.Start..run.End].Contains('\n')
        ? options.IsEcho(run.Letters)
        : run.Letters == options.Letters && run.Count > 2 && !options.MaySeveral;

    private static Reading? AllRight(OptionSet options, ReadOnlySpan<char> text) =>
        (options.MaySeveral || options.AllOption != 0) && AllOfThem.In(text) is { } said && !Denial.Precedes(text, said.Start) ? All(options, said) : null;

    private static Reading All(OptionSet options, Place said) => options.AllOption != 0
        ? Of(options, new(options.AllOption, said.Start, said.Start + said.Length, false), "all-option", 0.8)
        : options.MaySeveral ? Of(options, new(options.Letters, said.Start, said.Start + said.Length, false), "all-right", 0.8)
        : new(ReadingKind.NoCorrectOption, "", "all-right", said.Start, said.Length, 0.8);

    /// <summary>The reading of the statement that no option is right.</summary>
    public static Reading None(OptionSet options, Place said) => options.NoneOption != 0
        ? Of(options, new(options.NoneOption, said.Start, said.Start + said.Length, false), "none-option", 0.8)
        : new(ReadingKind.NoCorrectOption, "", "none-right", said.Start, said.Length, 0.9);

    // The only option named in the first sentence, or in the last of a reply that ends.
    private static Reading? OnlyNamed(OptionSet options, ReadOnlySpan<char> text)
    {
        if (Mentions.Only(options, text, endsSentence: false, out var areSeveral) is { } letters
            && (IsAtAnEnd(options, text, letters) || (Mentions.IsAfterCopula(text, letters.Start) && IsWhole(text))))
        {
            return Of(options, letters, "only-letter-named", 0.6);
        }

        return !areSeveral && options.OnlyNamed(text) is { } named && IsAtAnEnd(options, text, named) ? Of(options, named, "only-option-named", 0.6) : null;
    }

    private static bool IsAtAnEnd(OptionSet options, ReadOnlySpan<char> text, LetterRun run)
    {
        const int Short = 400;
        var end = Sentences.End(options, text, run.End);
        var isFirst = Sentences.End(options, text, Marks.SkipDressing(text, 0)) == end;
        var isLast = Marks.IsDressing(text[end..]);
        return (isFirst && text.Length <= Short) || (isLast && (IsWhole(text) || isFirst));
    }

    private static bool IsWhole(ReadOnlySpan<char> text) => text.TrimEnd(" \n\r\t*)\"'") is [.., var last] && Marks.IsSentenceEnd(last);
}
