using Jinbang.Grading.Repeats;
using Jinbang.Models;

namespace Jinbang.Runs;

/// <summary>One attempt without its reply.</summary>
/// <param name="Key">What the attempt is known by; <see cref="Attempt.Key"/>.</param>
/// <param name="Outcome">How asking ended.</param>
/// <param name="Vote">What was read and what it is worth; null when it has no grade.</param>
public sealed record LedgerResult(string Key, Outcome Outcome, Vote? Vote)
{
    /// <summary>Seconds of the successful call; null when not measured.</summary>
    public double? Seconds { get; init; }

    /// <summary>Seconds to its first token; null when not measured.</summary>
    public double? FirstTokenSeconds { get; init; }

    /// <summary>Tokens of the prompt; null when unknown.</summary>
    public int? PromptTokens { get; init; }

    /// <summary>Tokens of the reply; null when unknown.</summary>
    public int? ReplyTokens { get; init; }

    /// <summary>Yuan; null when unknown.</summary>
    public decimal? Cost { get; init; }
}
