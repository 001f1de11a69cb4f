namespace Jinbang.Exams.Instructions;

/// <summary>What a parameter of an instruction holds.</summary>
internal enum ParameterKind
{
    /// <summary>One or more texts.</summary>
    Words,

    /// <summary>The same, or nothing, for what is usual in the exam's language.</summary>
    WordsOrUsual,

    /// <summary>One text.</summary>
    Text,

    /// <summary>One character.</summary>
    Letter,

    /// <summary>The code of a language.</summary>
    LanguageCode,

    /// <summary>"at least" or "less than".</summary>
    Relation,

    /// <summary>A number from 0 up.</summary>
    Count,

    /// <summary>The place of a paragraph, counted from 1.</summary>
    Place,
}
