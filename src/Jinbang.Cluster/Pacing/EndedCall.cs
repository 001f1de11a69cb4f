using Jinbang.Models;

namespace Jinbang.Cluster.Pacing;

/// <summary>A call that ended, as far as the pace depends on it.</summary>
/// <param name="Number">The silo's own number of the call.</param>
/// <param name="End">How it ended.</param>
internal sealed record EndedCall(long Number, CallEnd End)
{
    /// <summary>Tokens used; null when they are not known.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>From its sending to the first token; null when not measured.</summary>
    public TimeSpan? FirstToken { get; init; }

    /// <summary>From its sending to its end; null when not measured.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>The fault it ended with; null with other ends.</summary>
    public FaultTold? Fault { get; init; }

    public static EndedCall Of(long number, Reply reply) =>
        new(number, CallEnd.Replied) { Usage = reply.Usage, FirstToken = reply.FirstToken, Elapsed = reply.Elapsed };

    public static EndedCall Of(long number, ProviderException fault) => new(number, CallEnd.Failed) { Fault = FaultTold.Of(fault) };

    /// <summary>The reply, without what was said.</summary>
    public Reply ToReply() => new(Outcome.Replied, "") { Usage = Usage, FirstToken = FirstToken, Elapsed = Elapsed };
}
