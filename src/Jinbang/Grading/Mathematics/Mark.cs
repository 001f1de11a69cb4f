namespace Jinbang.Grading.Mathematics;

/// <summary>What a token of an expression is.</summary>
internal enum Mark
{
    /// <summary>A rational number.</summary>
    Number,

    /// <summary>A variable or constant.</summary>
    Symbol,

    /// <summary>Words of a language.</summary>
    Word,

    /// <summary>The name of a function.</summary>
    Function,

    /// <summary>A command that takes arguments in braces.</summary>
    Command,

    /// <summary>An operator or a sign of relation.</summary>
    Operator,

    /// <summary>An opening bracket.</summary>
    Open,

    /// <summary>A closing bracket.</summary>
    Close,

    /// <summary>What parts items, rows or cells.</summary>
    Separator,
}
