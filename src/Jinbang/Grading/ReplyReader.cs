using Jinbang.Exams;
using Jinbang.Grading.Scanning;

namespace Jinbang.Grading;

/// <summary>Reads replies to questions of which only the options are known, or nothing at all.</summary>
public static class ReplyReader
{
    private static readonly Option[] AnyLetters = [.. Enumerable.Range('A', 10).Select(letter => new Option((char)letter, ""))];

    /// <summary>Reads what a reply answers. There is no key, so nothing is graded.</summary>
    /// <param name="kind">How the question was to be answered. When null, a reply to a question with options is read for
    /// one letter or several; without options the announced text is read, as a number where it is one, else as true or
    /// false where it says so, else as it is.</param>
    /// <param name="options">The options in letter order; when empty, choices are read as letters up to J.</param>
    /// <param name="text">The reply as it came, thinking included or not.</param>
    /// <exception cref="ArgumentException">The kind is Instructions, which are their questions' own.</exception>
    public static Reading Read(QuestionKind? kind, IReadOnlyList<Option> options, string text)
    {
        if (kind is null && options.Count == 0)
        {
            return ReadFree(text);
        }

        var asked = kind ?? QuestionKind.SingleChoice;
        return Grader.For(asked).Read(new Question("", asked, "", Shown(asked, options), new TextKey([])), text);
    }

    private static IReadOnlyList<Option> Shown(QuestionKind kind, IReadOnlyList<Option> options) => kind switch
    {
        QuestionKind.SingleChoice or QuestionKind.MultipleChoice => options.Count > 0 ? options : AnyLetters,
        QuestionKind.TrueFalse or QuestionKind.Number or QuestionKind.ShortText or QuestionKind.Open => options,
        QuestionKind.Expression or QuestionKind.List => options,
        QuestionKind.Instructions => throw new ArgumentException("Whether a reply follows instructions cannot be read without them.", nameof(kind)),
    };

    private static Reading ReadFree(string text)
    {
        var said = ShortTextReader.Read(text);
        return said.Kind switch
        {
            ReadingKind.Value => ValueIn(text, said),
            ReadingKind.Unreadable => Sure(NumberReader.Read(text)) ?? Sure(TruthReader.Read(text)) ?? said,
            ReadingKind.Letter or ReadingKind.Letters or ReadingKind.Refusal or ReadingKind.NoCorrectOption or ReadingKind.Unanswered => said,
        };
    }

    // "x = 42" announces 42; "Apollo 11" announces no number.
    private static Reading ValueIn(string text, Reading said)
    {
        var words = text.AsSpan(said.Start, said.Length);
        var equality = words.LastIndexOfAny('=', '≈') + 1;
        if (NumberReader.Read(words[equality..].ToString()) is { Kind: ReadingKind.Value, Rule: "bare" } number)
        {
            return Within(number, said, equality);
        }

        return TruthReader.Read(words.ToString()) is { Kind: ReadingKind.Value } truth ? Within(truth, said, 0) : said;
    }

    private static Reading Within(Reading value, Reading said, int offset) => said with
    {
        Answer = value.Answer,
        Start = said.Start + offset + value.Start,
        Length = value.Length,
    };

    // A lone number in prose is weak evidence that a number was asked for.
    private static Reading? Sure(Reading reading) => reading is { Kind: ReadingKind.Value, Confidence: >= 0.7 } ? reading : null;
}
