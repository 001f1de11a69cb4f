using Jinbang.Exams;
using Jinbang.Models;

namespace Jinbang.Runs.Logs;

/// <summary>One answer of a log that someone else made.</summary>
/// <param name="Model">The model's name as the log gives it.</param>
/// <param name="Question">The question's id; empty when the log gives the question's text alone.</param>
/// <param name="Text">The raw reply, or the letters that were read from it.</param>
/// <param name="Place">Where it stands in the log.</param>
public sealed record LoggedReply(string Model, string Question, string Text, SourcePlace Place)
{
    /// <summary>The key that the log's maker graded by; null when not given.</summary>
    public string? Key { get; init; }

    /// <summary>The question's text; null when not given.</summary>
    public string? Stem { get; init; }

    /// <summary>The options that the model saw, as the log writes them; null when not given.</summary>
    public string? Options { get; init; }

    /// <summary>How asking ended.</summary>
    public Outcome Outcome { get; init; }

    /// <summary>Which repeat of the question, from 0.</summary>
    public int Repeat { get; init; }

    /// <summary>Tokens; null when not given.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>How long the call took; null when not given.</summary>
    public TimeSpan? Elapsed { get; init; }
}
