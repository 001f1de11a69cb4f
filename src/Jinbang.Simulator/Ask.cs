using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator;

/// <summary>A chat request, whatever its dialect.</summary>
/// <param name="Model">The model it names.</param>
/// <param name="Prompt">The texts of all its messages, a line break between them.</param>
internal sealed record Ask(string Model, string Prompt)
{
    /// <summary>Decides what is left to chance, beside the server's own seed; null for none.</summary>
    public long? Seed { get; init; }

    /// <summary>Whether the reply is wanted piece by piece.</summary>
    public bool IsStream { get; init; }

    /// <summary>Whether a stream is to end with its tokens.</summary>
    public bool WantsUsage { get; init; }

    /// <summary>The most tokens that the reply may have, thinking included; null when not limited.</summary>
    public int? MostTokens { get; init; }

    /// <summary>Whether one of its messages is a system prompt.</summary>
    public bool HasSystemPrompt { get; init; }

    /// <summary>Whether the model is to think.</summary>
    public bool IsThinking { get; init; } = true;

    /// <summary>The most tokens to think; null when not limited.</summary>
    public int? MostThinking { get; init; }

    /// <summary>Where the thinking is to come back.</summary>
    public ThoughtForm Thought { get; init; } = ThoughtForm.ReasoningContent;
}
