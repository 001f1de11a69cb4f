namespace Jinbang.Simulator.Pacing;

/// <summary>Every time between two bounds is equally likely.</summary>
/// <param name="Least">The shortest time.</param>
/// <param name="Most">The longest time.</param>
public sealed record UniformLatency(TimeSpan Least, TimeSpan Most) : Latency
{
    internal static UniformLatency? Read(string text) =>
        text.Split(':') is ["uniform", var range]
        && range.Split("..") is [var low, var high]
        && Duration.Parse(low) is { } least
        && Duration.Parse(high) is { } most
        && least <= most
            ? new(least, most)
            : null;

    internal override TimeSpan Draw(Chance chance) => Least + ((Most - Least) * chance.Share);
}
