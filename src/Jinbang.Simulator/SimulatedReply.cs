using Jinbang.Models;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator;

/// <summary>What a simulated model replies, whatever the dialect.</summary>
/// <param name="Id">Tells the reply from others.</param>
/// <param name="Model">The model's name, marked as simulated.</param>
/// <param name="Thinking">The thinking before the reply; empty when there is none.</param>
/// <param name="Text">The reply itself.</param>
/// <param name="Finish">Why it ends.</param>
/// <param name="Usage">Its tokens; null when they are not told.</param>
internal sealed record SimulatedReply(string Id, string Model, string Thinking, string Text, Finish Finish, TokenUsage? Usage)
{
    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Whether the envelope holds the reply at all.</summary>
    public bool HasChoices { get; init; } = true;

    /// <summary>Whether it was the prompt that was withheld.</summary>
    public bool IsPromptWithheld { get; init; }

    /// <summary>Where the thinking is shown.</summary>
    public ThoughtForm Thought { get; init; } = ThoughtForm.ReasoningContent;
}
