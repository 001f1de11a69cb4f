namespace Jinbang.Simulator.Dialects.Gemini;

/// <summary>What a whole reply or one event of a stream says.</summary>
internal readonly record struct GeminiPart(SimulatedReply Reply, string? Thinking = null, string? Text = null, bool IsLast = false);
