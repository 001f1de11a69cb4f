namespace Jinbang.Models;

/// <summary>Tokens as the provider counted them.</summary>
/// <param name="Prompt">Tokens of the prompt, cached ones included.</param>
/// <param name="Completion">Tokens of the reply, thinking included.</param>
public sealed record TokenUsage(int Prompt, int Completion)
{
    /// <summary>More tokens than any model's context holds: a larger count is a mistake, so unknown.</summary>
    public const int Most = 10_000_000;

    /// <summary>Tokens spent on thinking, part of <see cref="Completion"/>; null when not told.</summary>
    public int? Reasoning { get; init; }

    /// <summary>Prompt tokens served from the provider's cache, part of <see cref="Prompt"/>; null when not told.</summary>
    public int? Cached { get; init; }

    /// <summary>Prompt and reply together.</summary>
    public int Total => Prompt + Completion;
}
