namespace Jinbang.Runs.Planning;

/// <summary>The figures of a reply in the ledger, without its text.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="Prompt">Tokens of the prompt; null when not told.</param>
/// <param name="Completion">Tokens of the reply; null when not told.</param>
/// <param name="Cached">Of the prompt's, those from the provider's cache; null when not told.</param>
/// <param name="Seconds">How long the call took; null when not measured.</param>
/// <param name="IsForJudges">Whether rules could not read it.</param>
public readonly record struct PastReply(string Question, int? Prompt, int? Completion, int? Cached, double? Seconds, bool IsForJudges);
