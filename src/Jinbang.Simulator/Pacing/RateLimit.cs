namespace Jinbang.Simulator.Pacing;

/// <summary>How many requests a model takes.</summary>
/// <param name="PerMinute">Requests a minute in the long run; above 0.</param>
/// <param name="Burst">Requests it takes at once after a rest; above 0.</param>
public sealed record RateLimit(int PerMinute, int Burst);
