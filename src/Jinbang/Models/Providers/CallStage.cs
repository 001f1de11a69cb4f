namespace Jinbang.Models.Providers;

/// <summary>What a call is waiting for.</summary>
internal enum CallStage
{
    /// <summary>Its end.</summary>
    End,

    /// <summary>The first token of a streamed reply.</summary>
    FirstToken,

    /// <summary>The next piece of a streamed reply.</summary>
    NextToken,
}
