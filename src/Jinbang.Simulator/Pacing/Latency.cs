namespace Jinbang.Simulator.Pacing;

/// <summary>How long replies take, from request to last token.</summary>
public abstract record Latency
{
    /// <summary>No waiting at all.</summary>
    public static Latency None { get; } = new FixedLatency(TimeSpan.Zero);

    /// <summary>Reads "0", "50ms", "uniform:100ms..2s" or "lognormal:median=1s,sigma=0.5".</summary>
    /// <exception cref="BadInputException">It is none of these.</exception>
    public static Latency Parse(string text) =>
        FixedLatency.Read(text) ?? (Latency?)UniformLatency.Read(text) ?? LognormalLatency.Read(text) ?? throw new BadInputException(new(
            $"--latency {text}: write 0, 50ms, uniform:100ms..2s or lognormal:median=1s,sigma=0.5; at most 24h.",
            $"--latency {text}：请写成 0、50ms、uniform:100ms..2s 或 lognormal:median=1s,sigma=0.5，最长 24h。"));

    /// <summary>The time of one reply.</summary>
    internal abstract TimeSpan Draw(Chance chance);
}
