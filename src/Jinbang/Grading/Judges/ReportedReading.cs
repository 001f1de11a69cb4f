using System.Text.Json;
using Jinbang.Exams;
using Jinbang.Grading.Scanning;

namespace Jinbang.Grading.Judges;

/// <summary>What a judge reports of a reply, believed only as far as the reply itself bears it out.</summary>
public static class ReportedReading
{
    /// <summary>The rule of a reading whose judge did not answer as asked, or reported what the reply does not say.</summary>
    public const string Invalid = "judge-invalid";

    private const double Confidence = 0.5;
    private const int LongestQuote = 2_000;

    /// <summary>Reads a judge's answer of the form {"kind": …, "answer": …, "quote": …}.</summary>
    /// <param name="question">The question that was asked.</param>
    /// <param name="text">The model's reply to it.</param>
    /// <param name="judgement">What the judge replied.</param>
    /// <returns>The reading under the rule "judge:NAME"; Unreadable under <see cref="Invalid"/> when it cannot be believed.</returns>
    public static Reading Of(Question question, string text, Judgement judgement) =>
        Believed(question, text, judgement) is { } reading
            ? reading with { Rule = "judge:" + judgement.Judge, Start = 0, Length = 0, Confidence = Confidence }
            : new Reading(ReadingKind.Unreadable, "", Invalid);

    private static Reading? Believed(Question question, string text, Judgement judgement)
    {
        if (JudgeJson.Read(judgement.Reply, "kind", "answer", "quote") is not { } said
            || said.Values.Any(value => value.ValueKind != JsonValueKind.String))
        {
            return null;
        }

        var (kind, answer, quote) = (said["kind"].GetString()!, said["answer"].GetString()!.Trim(), said["quote"].GetString()!);
        return kind == "unreadable"
            ? new(ReadingKind.Unreadable, "", "")
            : IsQuoted(text, quote) ? Read(question, kind, answer, quote) : null;
    }

    private static Reading? Read(Question question, string kind, string answer, string quote) => (kind, question.Options.Count > 0) switch
    {
        ("letter", true) => answer.Length == 1 && Letters(question, answer, quote) ? new(ReadingKind.Letter, answer, "") : null,
        ("letters", true) => answer.Length > 1 && Letters(question, answer, quote) ? new(ReadingKind.Letters, answer, "") : null,
        ("value", false) => Grader.For(question.Kind).ReadReported(question, answer, quote),
        ("refusal", _) => new(ReadingKind.Refusal, "", ""),
        ("no_correct_option", true) => new(ReadingKind.NoCorrectOption, "", ""),
        _ => null,
    };

    private static bool Letters(Question question, string letters, string quote) =>
        letters.Zip(letters.Skip(1)).All(pair => pair.First < pair.Second)
        && letters.All(letter => question.Options.Any(option => option.Letter == letter))
        && OptionNames.All(question, letters, quote);

    private static bool IsQuoted(string text, string quote) =>
        quote.Length <= LongestQuote && PlainWords.Of(quote) is { Length: > 0 } words
        && PlainWords.Of(ReplyText.From(text).Text).Contains(words, StringComparison.Ordinal);
}
