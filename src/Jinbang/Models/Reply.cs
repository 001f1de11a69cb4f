namespace Jinbang.Models;

/// <summary>What came back from asking a model once, raw.</summary>
/// <param name="Outcome">How asking ended.</param>
/// <param name="Text">The reply without separately sent thinking; empty when there was none.</param>
public sealed record Reply(Outcome Outcome, string Text)
{
    /// <summary>Thinking that the provider sent in a field of its own, or null.</summary>
    public string? Thinking { get; init; }

    /// <summary>The provider's finish reason, or null.</summary>
    public string? FinishReason { get; init; }

    /// <summary>Tokens used; null when the provider did not say.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>From sending the successful call to its first token; null when not measured.</summary>
    public TimeSpan? FirstToken { get; init; }

    /// <summary>From sending the successful call to its end, without waiting and retries; null when not measured.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>Calls made before the one that gave this reply.</summary>
    public int Retries { get; init; }

    /// <summary>What went wrong, in words, when <see cref="Outcome"/> is Failed; else null.</summary>
    public string? Error { get; init; }

    /// <summary>What the call cost in yuan; null when unknown.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Who told the cost: the provider, or the dated price it was computed by (<see cref="CostMark"/>); null when unknown.</summary>
    public string? CostBy { get; init; }

    /// <summary>Whether it was not asked for now but taken from an earlier examination, whose cost and times it shows.</summary>
    public bool IsReused { get; init; }

    /// <summary>Yuan that calls before this one may have cost although they brought no reply.</summary>
    public decimal Lost { get; init; }

    /// <summary>Spent in our own queue, for the pace and the budget, before the call that gave this reply; null when not measured.</summary>
    public TimeSpan? Waited { get; init; }

    /// <summary>Spent in failed calls and in the pauses after them; null when not measured.</summary>
    public TimeSpan? BackedOff { get; init; }

    /// <summary>The model name that the provider put into the reply, or null.</summary>
    public string? ServedBy { get; init; }

    /// <summary>What is kept when no reply was had.</summary>
    public static Reply Failed(ProviderException fault) => new(Outcome.Failed, "") { Error = $"{fault.Kind}: {fault.Message}" };

    /// <summary>The reply with its cost: as the provider told it, else computed from its tokens, else unknown.</summary>
    public Reply PricedBy(Rate? rate) => Cost is null && Usage is { } usage && rate is not null
        ? this with { Cost = rate.Of(usage), CostBy = rate.Mark }
        : this;
}
