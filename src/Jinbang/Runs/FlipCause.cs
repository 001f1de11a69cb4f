namespace Jinbang.Runs;

/// <summary>Why a kept reply has another grade than before.</summary>
public enum FlipCause
{
    /// <summary>Another answer is read out of it.</summary>
    Reader,

    /// <summary>The same answer earns something else: the key or the credit rule was changed.</summary>
    Key,
}
