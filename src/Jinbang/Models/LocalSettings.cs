namespace Jinbang.Models;

/// <summary>How to run a local model.</summary>
/// <param name="Time">The clock that times its replies.</param>
public sealed record LocalSettings(TimeProvider Time)
{
    /// <summary>How it answers; models that can answer in one way only ignore it.</summary>
    public AnswerBy AnswerBy { get; init; }

    /// <summary>Most tokens a reply may have, thinking included; also bounded by the context.</summary>
    public int MaxOutputTokens { get; init; } = 1024;

    /// <summary>Most tokens that prompt and reply may have together; never more than the model was trained for.</summary>
    public int ContextTokens { get; init; } = 4096;
}
