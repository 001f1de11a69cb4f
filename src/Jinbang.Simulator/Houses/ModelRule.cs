using System.Text.RegularExpressions;

namespace Jinbang.Simulator.Houses;

/// <summary>What holds for some models of a house.</summary>
/// <param name="Name">What the rule is called where its page is cited.</param>
/// <param name="Like">Which models.</param>
internal sealed record ModelRule(string Name, Regex Like)
{
    /// <summary>Whether they think; null when the rule does not say.</summary>
    public Thinks? Thinks { get; init; }

    /// <summary>Where their thinking comes back; null when the rule does not say.</summary>
    public ThoughtForm? Thought { get; init; }

    /// <summary>What their fields may hold, beside what all may.</summary>
    public IReadOnlyList<FieldRule> Fields { get; init; } = [];

    /// <summary>What is said to a request that wants thinking without a stream; null when that is allowed.</summary>
    public string? OnlyStreamsThinking { get; init; }

    /// <summary>What is said to a system prompt; null when that is allowed.</summary>
    public string? NoSystemPrompt { get; init; }
}
