namespace Jinbang.Boards.Cuts;

/// <summary>How a fact is compared with a value.</summary>
public enum Relation
{
    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    Unequal,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    AtMost,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    AtLeast,

    /// <summary><c>~</c>: holds the text, case aside.</summary>
    Contains,
}
