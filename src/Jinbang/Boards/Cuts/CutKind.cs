namespace Jinbang.Boards.Cuts;

/// <summary>What the bands of a named cut go by.</summary>
public enum CutKind
{
    /// <summary>The price of a million reply tokens.</summary>
    Price,

    /// <summary>Parameters, of open models.</summary>
    Size,

    /// <summary>Who made the model.</summary>
    House,

    /// <summary>Whether its weights are published.</summary>
    Open,

    /// <summary>Whether it thinks.</summary>
    Thinking,

    /// <summary>Whether it is new in this edition.</summary>
    New,
}
