namespace Jinbang.Models.Providers;

/// <summary>How long a call may take and how much it may bring, so that no server can hold a run or fill the memory.</summary>
public sealed record CallLimits
{
    /// <summary>Longest wait for a connection, secured where it should be.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest wait for the first token of a streamed reply; models may think silently.</summary>
    public TimeSpan FirstToken { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Longest wait between two pieces of a streamed reply.</summary>
    public TimeSpan BetweenTokens { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Longest time for a call from sending to its end.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Most bytes of a reply that is not streamed, unpacked.</summary>
    public int BodyBytes { get; init; } = 16 << 20;

    /// <summary>Most bytes of a streamed reply, unpacked; every token is wrapped in some 300 bytes.</summary>
    public int StreamBytes { get; init; } = 64 << 20;

    /// <summary>Most characters of a streamed reply, thinking included: those of a million tokens.</summary>
    public int TextLength { get; init; } = 4 << 20;

    /// <summary>Most bytes of one line of a streamed reply.</summary>
    public int LineBytes { get; init; } = 1 << 20;
}
