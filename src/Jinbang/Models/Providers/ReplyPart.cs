using Microsoft.Extensions.AI;

namespace Jinbang.Models.Providers;

/// <summary>What one JSON body of the dialect tells: a whole reply, or a piece of a streamed one.</summary>
internal struct ReplyPart
{
    /// <summary>What the model says; null for nothing.</summary>
    public string? Text;

    /// <summary>What it thinks, when sent apart; null for nothing.</summary>
    public string? Thinking;

    /// <summary>Why it ended; null while it goes on.</summary>
    public string? FinishReason;

    /// <summary>The model's name as served.</summary>
    public string? Model;

    /// <summary>Tokens used; null when not told or told wrongly.</summary>
    public UsageDetails? Usage;

    /// <summary>An error told instead of, or after, a reply.</summary>
    public ErrorBody? Error;

    /// <summary>Whether there is a choice, even an empty one.</summary>
    public bool HasChoice;

    /// <summary>Whether this is the mark that ends a stream.</summary>
    public bool IsEnd;

    /// <summary>Characters of what it says and thinks.</summary>
    public readonly int Length => (Text?.Length ?? 0) + (Thinking?.Length ?? 0);

    public readonly bool HasWords => Text is not null || Thinking is not null;
}
