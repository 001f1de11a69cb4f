namespace Jinbang.Grading.Scanning;

/// <summary>The options that a reply names at a place.</summary>
/// <param name="Run">Which, and where.</param>
/// <param name="By">How the first of them is named.</param>
internal readonly record struct NamedOptions(LetterRun Run, Naming By)
{
    /// <summary>Reads the options named at a place; null when none is.</summary>
    public static NamedOptions? At(OptionSet options, ReadOnlySpan<char> text, int at)
    {
        if (One(options, text, at) is not { } named)
        {
            return null;
        }

        for (var items = 1; items < LetterRun.MostItems && Next(text, named.Run.End) is { } joint && One(options, text, joint.End) is { } more
            && (!joint.IsLoose || (more.By == named.By && EndsItem(text, more.Run.End))); items++)
        {
            named = named with { Run = named.Run.Join(more.Run, joint) };
        }

        return named;
    }

    /// <summary>Where the text of the option that a run names by letter ends; the end of the run when its text does not follow.</summary>
    public static int WithOwnText(OptionSet options, ReadOnlySpan<char> text, LetterRun run)
    {
        if (run.Count != 1)
        {
            return run.End;
        }

        var (at, isSentence) = (run.End, false);
        var limit = Math.Min(text.Length, at + 8);
        while (at < limit && (Marks.IsCloser(text[at]) || Marks.IsOpener(text[at]) || text[at] is ' ' or '.' or ':' or ',' or '-' or '、' or '。' or '—'))
        {
            isSentence |= text[at++] == '.';
        }

        at += at < text.Length && text[at..].StartsWith("for ") ? 4 : 0;
        // In "The answer is B. Copper is not magnetic" the text begins a sentence of its own.
        return at < text.Length && options.EndOf(run.Letters, text, at) is > 0 and var end && !(isSentence && Denial.Follows(text, end)) ? end : run.End;
    }

    // Where an option's text goes on beyond its letter, as in "B型" or "I and II", the text is meant.
    private static NamedOptions? One(OptionSet options, ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
        {
            return null;
        }

        var letters = LetterRun.At(text, at);
        if (options.At(text, at, out var end) is not 0 and var bits && end > (letters?.End ?? at))
        {
            return new(new(bits, at, end, false), Naming.Text);
        }

        return letters is { } run ? new(run with { End = WithOwnText(options, text, run) }, Naming.Letter)
            : Position.At(options, text, at) is { } place ? new(place, Naming.Position) : null;
    }

    // A further item may stand on a line of its own.
    private static Joint? Next(ReadOnlySpan<char> text, int end)
    {
        var line = end;
        var limit = Math.Min(text.Length, end + Marks.LongestDressing);
        while (line < limit && (Marks.IsCloser(text[line]) || text[line] is ' ' or '.' or ';' or ','))
        {
            line++;
        }

        if (line >= limit || text[line] != '\n')
        {
            return Joint.At(text, end);
        }

        while (line < limit && (Marks.IsSpace(text[line]) || Marks.IsOpener(text[line]) || text[line] is '-' or '•'))
        {
            line++;
        }

        return new(line, false, true, false);
    }

    private static bool EndsItem(ReadOnlySpan<char> text, int end)
    {
        while (end < text.Length && (Marks.IsCloser(text[end]) || text[end] is ' '))
        {
            end++;
        }

        return end >= text.Length || Marks.IsStop(text[end]);
    }
}
