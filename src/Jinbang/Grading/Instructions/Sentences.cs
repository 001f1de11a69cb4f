namespace Jinbang.Grading.Instructions;

/// <summary>Counts English sentences for IFEval's length_constraints:number_sentences, which takes them from the Punkt
/// splitter (Kiss and Strunk 2006) in the form of NLTK.</summary>
/// <remarks>A sentence may end at a point, ? or ! with a blank or a mark behind it. Whether it does is
/// <see cref="SentenceBreak"/>'s to say. Line breaks end nothing, and the number of a list's item is a sentence.</remarks>
internal static class Sentences
{
    /// <summary>The number of sentences.</summary>
    public static int Count(string text)
    {
        var pieces = Pieces(text);
        var count = 0;
        var shift = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            var (start, end) = (pieces[i].Start + shift, pieces[i].End);

            // Quotation marks and brackets that close behind the end belong to the sentence before.
            var closing = i + 1 < pieces.Count ? Closing(text.AsSpan(pieces[i + 1].Start..Math.Max(pieces[i + 1].Start, pieces[i + 1].End))) : 0;
            count += closing > 0 || start < end ? 1 : 0;
            shift = closing;
        }

        return count;
    }

    private static List<(int Start, int End)> Pieces(string text)
    {
        var pieces = new List<(int Start, int End)>();
        var start = 0;
        (int Word, int Mark)? waiting = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsCandidate(text, at))
            {
                continue;
            }

            var word = WordStart(text, waiting?.Mark ?? 0, at, waiting?.Word ?? 0);
            if (waiting is { } before && before.Mark <= word)
            {
                start = Cut(text, before, start, pieces);
            }

            waiting = (word, at);
        }

        start = waiting is { } last ? Cut(text, last, start, pieces) : start;
        pieces.Add((start, text.AsSpan().TrimEnd().Length));
        return pieces;
    }

    // The start of the piece that follows: behind the candidate if it ends a sentence, else where the piece began.
    private static int Cut(string text, (int Word, int Mark) candidate, int start, List<(int Start, int End)> pieces)
    {
        var behind = candidate.Mark + 1;
        var next = SkipBlanks(text, behind);
        var end = next > behind ? TokenEnd(text, next) : behind + 1;
        if (!SentenceBreak.IsWithin(text.AsSpan(candidate.Word..end)))
        {
            return start;
        }

        pieces.Add((start, behind));
        return next;
    }

    private static bool IsCandidate(string text, int at) => text[at] is '.' or '?' or '!' && at + 1 < text.Length
        && (SentenceBreak.IsMark(text[at + 1]) || (char.IsWhiteSpace(text[at + 1]) && SkipBlanks(text, at + 1) < text.Length));

    // Of marks without a blank between them only the last is a candidate.
    private static int WordStart(string text, int from, int mark, int fallback)
    {
        for (var at = mark - 1; at > from; at--)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                return at + 1;
            }
        }

        return fallback;
    }

    private static int Closing(ReadOnlySpan<char> piece)
    {
        var end = 0;
        while (end < piece.Length && piece[end] is '"' or '\'' or ')' or ']' or '}')
        {
            end++;
        }

        var blanks = end;
        while (blanks < piece.Length && char.IsWhiteSpace(piece[blanks]))
        {
            blanks++;
        }

        return end > 0 && (blanks > end || end == piece.Length || piece[end..].StartsWith("--")) ? blanks : 0;
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int TokenEnd(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
