namespace Jinbang.Simulator.Dialects.OpenAi;

/// <summary>What one event of a stream adds.</summary>
internal readonly record struct Delta(SimulatedReply Reply, string? Thinking = null, string? Text = null, bool IsFirst = false, bool IsLast = false);
