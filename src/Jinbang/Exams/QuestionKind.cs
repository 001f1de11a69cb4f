namespace Jinbang.Exams;

/// <summary>How a question is to be answered.</summary>
public enum QuestionKind
{
    /// <summary>One option is right.</summary>
    SingleChoice,

    /// <summary>One or more options are right.</summary>
    MultipleChoice,

    /// <summary>A statement is true or false.</summary>
    TrueFalse,

    /// <summary>A number, right within a tolerance.</summary>
    Number,

    /// <summary>A short text, right when it equals an accepted text.</summary>
    ShortText,

    /// <summary>A free reply that is to follow instructions which rules can check.</summary>
    Instructions,

    /// <summary>A text of the examinee's own, for which judges give points by a rubric.</summary>
    Open,

    /// <summary>A mathematical expression, right when it is equal to the key in whatever form.</summary>
    Expression,

    /// <summary>Several answers at once: blanks to fill, a passage's questions, or an order.</summary>
    List,
}
