using Jinbang.Exams.Instructions;

namespace Jinbang.Grading.Instructions;

/// <summary>Checks instructions as IFEval (Zhou et al. 2023, arXiv 2311.07911) and its published code define them,
/// with a variant of each rule for Chinese where the languages differ.</summary>
public static class InstructionRules
{
    /// <summary>Whether a reply follows an instruction; an empty reply follows none.</summary>
    /// <param name="instruction">The instruction.</param>
    /// <param name="reply">What the model said, without its thinking, otherwise as it came.</param>
    /// <param name="language">The exam's language, whose variant of the rule counts.</param>
    /// <param name="isLoose">Whether it is enough that one of the reply's eight loose forms follows it.</param>
    public static bool Follows(Instruction instruction, string reply, Language language, bool isLoose) =>
        AnyFollows(instruction, isLoose ? LooseForms.Of(reply) : [reply], language);

    /// <summary>Whether any of some forms of a reply follows an instruction.</summary>
    internal static bool AnyFollows(Instruction instruction, IReadOnlyList<string> forms, Language language) =>
        forms.Any(form => !string.IsNullOrWhiteSpace(form) && Follows(instruction, form, language == Language.Chinese));

    private static bool Follows(Instruction asked, string text, bool isChinese) => asked.Kind switch
    {
        InstructionKind.KeywordExistence => asked.Words.All(word => Keywords.Occurs(word, text)),
        InstructionKind.KeywordFrequency => Compares(asked, Keywords.Count(asked.Text, text)),
        InstructionKind.ForbiddenWords => !asked.Words.Any(word => Keywords.OccursAsWord(word, text, isChinese)),
        InstructionKind.LetterFrequency => Compares(asked, Keywords.Count(asked.Text, text)),
        InstructionKind.ResponseLanguage => LanguageGuess.MayBe(asked.Text, text),
        InstructionKind.SentenceCount => Compares(asked, isChinese ? ChineseSentences.Count(text) : Sentences.Count(text)),
        InstructionKind.ParagraphCount => Paragraphs.Starred(text) == asked.Count,
        InstructionKind.WordCount => Compares(asked, isChinese ? Words.CountChinese(text) : Words.Count(text)),
        InstructionKind.NthParagraphFirstWord => Paragraphs.Follows(asked, text, isChinese),
        InstructionKind.PlaceholderCount => Placeholders.Count(text, isChinese) >= asked.Count,
        InstructionKind.Postscript => Postscript.Follows(asked.Text, text, isChinese),
        InstructionKind.BulletCount => Bullets.Count(text, isChinese) == asked.Count,
        InstructionKind.ConstrainedResponse => ConstrainedResponse.Follows(asked.Words, text, isChinese),
        InstructionKind.HighlightCount => Highlights.Count(text) >= asked.Count,
        InstructionKind.SectionCount => Sections.Count(asked.Text, text, isChinese) >= asked.Count,
        InstructionKind.JsonFormat => JsonReply.IsJson(text),
        InstructionKind.Title => Title.Occurs(text, isChinese),
        InstructionKind.TwoResponses => TwoResponses.AreGiven(text),
        InstructionKind.RepeatPrompt => Edges.StartsWith(asked.Text, text),
        InstructionKind.EndPhrase => Edges.EndsWith(asked.Text, text, isChinese),
        InstructionKind.Quotation => Edges.AreQuotes(text, isChinese),
        InstructionKind.CapitalWordFrequency => Compares(asked, CapitalWords.Count(text, isChinese)),
        InstructionKind.EnglishCapital => LetterCase.IsAllCapital(text) && LanguageGuess.MayBe("en", text),
        InstructionKind.EnglishLowercase => LetterCase.IsAllSmall(text) && LanguageGuess.MayBe("en", text),
        InstructionKind.NoComma => !text.AsSpan().ContainsAny(isChinese ? ",，、﹐﹑､" : ","),
    };

    private static bool Compares(Instruction asked, int count) => asked.Relation switch
    {
        CountRelation.AtLeast => count >= asked.Count,
        CountRelation.LessThan => count < asked.Count,
    };
}
