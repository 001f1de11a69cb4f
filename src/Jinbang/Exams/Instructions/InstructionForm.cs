using System.Collections.Frozen;
using static Jinbang.Exams.Instructions.ParameterKind;

namespace Jinbang.Exams.Instructions;

/// <summary>How exam files write a kind of instruction: IFEval's id and names of parameters.</summary>
internal sealed record InstructionForm(string Id, IReadOnlyList<InstructionParameter> Parameters)
{
    private static readonly FrozenDictionary<InstructionKind, InstructionForm> Forms =
        Enum.GetValues<InstructionKind>().ToFrozenDictionary(kind => kind, Make);

    private static readonly FrozenDictionary<string, InstructionKind> Kinds = Forms.ToFrozenDictionary(form => form.Value.Id, form => form.Key);

    /// <summary>All ids.</summary>
    public static IReadOnlyList<string> Ids => Kinds.Keys;

    /// <summary>The form of a kind.</summary>
    public static InstructionForm Of(InstructionKind kind) => Forms[kind];

    /// <summary>The kind that an id names, or null.</summary>
    public static InstructionKind? Find(string id) => Kinds.TryGetValue(id, out var kind) ? kind : null;

    private static InstructionForm Make(InstructionKind kind) => kind switch
    {
        InstructionKind.KeywordExistence => New("keywords:existence", ("keywords", Words)),
        InstructionKind.KeywordFrequency => New("keywords:frequency", ("keyword", Text), ("relation", Relation), ("frequency", Count)),
        InstructionKind.ForbiddenWords => New("keywords:forbidden_words", ("forbidden_words", Words)),
        InstructionKind.LetterFrequency =>
            New("keywords:letter_frequency", ("letter", Letter), ("let_relation", Relation), ("let_frequency", Count)),
        InstructionKind.ResponseLanguage => New("language:response_language", ("language", LanguageCode)),
        InstructionKind.SentenceCount => New("length_constraints:number_sentences", ("relation", Relation), ("num_sentences", Count)),
        InstructionKind.ParagraphCount => New("length_constraints:number_paragraphs", ("num_paragraphs", Count)),
        InstructionKind.WordCount => New("length_constraints:number_words", ("relation", Relation), ("num_words", Count)),
        InstructionKind.NthParagraphFirstWord =>
            New("length_constraints:nth_paragraph_first_word", ("num_paragraphs", Count), ("nth_paragraph", Place), ("first_word", Text)),
        InstructionKind.PlaceholderCount => New("detectable_content:number_placeholders", ("num_placeholders", Count)),
        InstructionKind.Postscript => New("detectable_content:postscript", ("postscript_marker", Text)),
        InstructionKind.BulletCount => New("detectable_format:number_bullet_lists", ("num_bullets", Count)),
        InstructionKind.ConstrainedResponse => New("detectable_format:constrained_response", ("options", WordsOrUsual)),
        InstructionKind.HighlightCount => New("detectable_format:number_highlighted_sections", ("num_highlights", Count)),
        InstructionKind.SectionCount => New("detectable_format:multiple_sections", ("section_spliter", Text), ("num_sections", Count)),
        InstructionKind.JsonFormat => New("detectable_format:json_format"),
        InstructionKind.Title => New("detectable_format:title"),
        InstructionKind.TwoResponses => New("combination:two_responses"),
        InstructionKind.RepeatPrompt => New("combination:repeat_prompt", ("prompt_to_repeat", Text)),
        InstructionKind.EndPhrase => New("startend:end_checker", ("end_phrase", Text)),
        InstructionKind.Quotation => New("startend:quotation"),
        InstructionKind.CapitalWordFrequency =>
            New("change_case:capital_word_frequency", ("capital_relation", Relation), ("capital_frequency", Count)),
        InstructionKind.EnglishCapital => New("change_case:english_capital"),
        InstructionKind.EnglishLowercase => New("change_case:english_lowercase"),
        InstructionKind.NoComma => New("punctuation:no_comma"),
    };

    private static InstructionForm New(string id, params (string Name, ParameterKind Kind)[] parameters) =>
        new(id, [.. parameters.Select(parameter => new InstructionParameter(parameter.Name, parameter.Kind))]);
}
