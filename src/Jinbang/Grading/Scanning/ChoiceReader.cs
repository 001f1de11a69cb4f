using Jinbang.Exams;

namespace Jinbang.Grading.Scanning;

/// <summary>Reads which options a reply chooses, from the most telling kind of statement to the least.</summary>
internal static class ChoiceReader
{
    /// <summary>Reads a reply to a question with options.</summary>
    /// <param name="question">The question; its key is not looked at.</param>
    /// <param name="text">The reply as it came.</param>
    /// <param name="maySayAll">Whether naming every option can be an answer rather than an echo of the question.</param>
    public static Reading Read(Question question, string text, bool maySayAll)
    {
        var reply = ReplyText.From(text);
        return Silence.Read(reply)
            ?? StructuredAnswer.Read(reply.Text, text => StatementScan.Last(question, text, maySayAll), text => Read(question, text, maySayAll))
            ?? StatementScan.Last(question, reply.Text, maySayAll)
            ?? Bare(question, reply.Text)
            ?? LineLetters.Read(question, reply.Text)
            ?? NoneRight(question, reply.Text)
            ?? Refusals.Read(reply.Text)
            ?? StatementScan.OnlyAffirmed(question, reply.Text)
            ?? Restated(question, reply.Text)
            ?? new(ReadingKind.Unreadable, "", "nothing-conclusive");
    }

    /// <summary>The reading of letters that a rule takes for the answer.</summary>
    public static Reading Of(Question question, LetterRun run, string rule, double confidence)
    {
        var kind = (run.Letters & ~OptionTexts.Bits(question)) != 0 ? ReadingKind.Unreadable
            : run.Count == 1 ? ReadingKind.Letter : ReadingKind.Letters;
        return kind == ReadingKind.Unreadable
            ? new(kind, "", "no-such-option", run.Start, run.End - run.Start)
            : run.IsHedged && run.Count > 1
                ? new(ReadingKind.Unreadable, "", "hedge", run.Start, run.End - run.Start)
                : new(kind, run.Text, rule, run.Start, run.End - run.Start, confidence);
    }

    // The whole reply is letters.
    private static Reading? Bare(Question question, ReadOnlySpan<char> text)
    {
        var at = Gap.Cross(text, 0);
        if (at < 0 || LetterRun.At(text, at) is not { } run)
        {
            return null;
        }

        var rest = text[run.End..].TrimStart(" \t\r\n.,;:!)]}>*_`$\"'~|\\。、\u200B选项");
        return rest.IsEmpty ? Of(question, run, "bare", 1) : null;
    }

    private static Reading? NoneRight(Question question, ReadOnlySpan<char> text)
    {
        if (NoneOfThem.In(text) is not { } said)
        {
            return null;
        }

        foreach (var option in question.Options)
        {
            if (NoneOfThem.In(Folding.Fold(option.Text)) is not null)
            {
                return new(ReadingKind.Letter, option.Letter.ToString(), "none-option", said.Start, said.Length, 0.8);
            }
        }

        return new(ReadingKind.NoCorrectOption, "", "none-right", said.Start, said.Length, 0.9);
    }

    private static Reading? Restated(Question question, ReadOnlySpan<char> text)
    {
        var start = Marks.SkipDressing(text, 0);
        var bits = OptionTexts.At(text, start, question, out var end);
        if (bits != 0 && text[end..].Trim(" \t\r\n.,;:!?。*_`$\"'").IsEmpty)
        {
            return Of(question, new(bits, start, end, false), "option-text", 0.9);
        }

        return OptionTexts.OnlyOne(text, question) is { } run ? Of(question, run, "only-option-named", 0.6) : null;
    }
}
