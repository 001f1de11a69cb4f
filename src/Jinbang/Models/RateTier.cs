namespace Jinbang.Models;

/// <summary>A rate for calls that are longer than so much.</summary>
/// <param name="Over">Prompt tokens that the call must have more of.</param>
/// <param name="OverOutput">Reply tokens that the call must have more of.</param>
/// <param name="Rate">The rate of the whole call.</param>
public sealed record RateTier(int Over, int OverOutput, Rate Rate);
