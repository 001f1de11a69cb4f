namespace Jinbang.Exams.Instructions;

/// <summary>What an instruction asks of a reply: the 25 kinds of IFEval (Zhou et al. 2023, arXiv 2311.07911).</summary>
public enum InstructionKind
{
    /// <summary>Every keyword occurs.</summary>
    KeywordExistence,

    /// <summary>A keyword occurs a number of times.</summary>
    KeywordFrequency,

    /// <summary>None of the words occurs.</summary>
    ForbiddenWords,

    /// <summary>A letter occurs a number of times.</summary>
    LetterFrequency,

    /// <summary>The reply is in a language.</summary>
    ResponseLanguage,

    /// <summary>The number of sentences.</summary>
    SentenceCount,

    /// <summary>The exact number of paragraphs, parted by ***.</summary>
    ParagraphCount,

    /// <summary>The number of words; in Chinese, of characters.</summary>
    WordCount,

    /// <summary>The exact number of paragraphs, parted by blank lines, and the first word of one of them.</summary>
    NthParagraphFirstWord,

    /// <summary>At least a number of placeholders in square brackets.</summary>
    PlaceholderCount,

    /// <summary>There is a postscript.</summary>
    Postscript,

    /// <summary>The exact number of bullet points.</summary>
    BulletCount,

    /// <summary>One of some given answers occurs.</summary>
    ConstrainedResponse,

    /// <summary>At least a number of sections highlighted by asterisks.</summary>
    HighlightCount,

    /// <summary>At least a number of sections, each marked by a word and a number.</summary>
    SectionCount,

    /// <summary>The whole reply is JSON.</summary>
    JsonFormat,

    /// <summary>There is a title in double angular brackets.</summary>
    Title,

    /// <summary>There are two different responses, parted by six asterisks.</summary>
    TwoResponses,

    /// <summary>The reply begins with the request, word for word.</summary>
    RepeatPrompt,

    /// <summary>The reply ends with a phrase.</summary>
    EndPhrase,

    /// <summary>The reply stands in double quotation marks.</summary>
    Quotation,

    /// <summary>The number of words in capital letters.</summary>
    CapitalWordFrequency,

    /// <summary>The reply is English, all in capital letters.</summary>
    EnglishCapital,

    /// <summary>The reply is English, all in small letters.</summary>
    EnglishLowercase,

    /// <summary>The reply has no comma.</summary>
    NoComma,
}
