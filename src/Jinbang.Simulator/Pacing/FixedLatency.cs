namespace Jinbang.Simulator.Pacing;

/// <summary>Every reply takes the same time.</summary>
/// <param name="Length">That time.</param>
public sealed record FixedLatency(TimeSpan Length) : Latency
{
    internal static FixedLatency? Read(string text) => Duration.Parse(text) is { } length ? new(length) : null;

    internal override TimeSpan Draw(Chance chance) => Length;
}
