using Jinbang.Models;
using Jinbang.Models.Providers;

namespace Jinbang.Tests.Faults;

/// <summary>A row of the table of faults: what a server does, and what must come of it.</summary>
/// <param name="Does">What the server does.</param>
/// <param name="StartAsync">Starts a server that does it.</param>
internal sealed record FaultCase(string Does, Func<Task<FaultyServer>> StartAsync)
{
    /// <summary>A number of calls that the time decides.</summary>
    public const int AsManyAsFit = 0;

    /// <summary>Whether the reply is asked for piece by piece.</summary>
    public bool Streaming { get; init; } = true;

    /// <summary>How long a call may take.</summary>
    public CallLimits Limits { get; init; } = new();

    /// <summary>Calls made.</summary>
    public int Tries { get; init; } = 1;

    /// <summary>The longest pause before a repeat that the server asks for.</summary>
    public TimeSpan Asked { get; init; }

    /// <summary>What the ledger must hold; null for nothing.</summary>
    public Outcome? Outcome { get; init; } = Jinbang.Models.Outcome.Replied;

    /// <summary>The fault's kind; null for none.</summary>
    public FaultKind? Kind { get; init; }

    /// <summary>What of the board's coverage must count it.</summary>
    public string Counted { get; init; } = "right";

    /// <summary>Whether the cost must be known.</summary>
    public bool IsCostKnown { get; init; }

    /// <summary>Whether the user must be told that the call may have been billed.</summary>
    public bool IsPerhapsBilled { get; init; }

    /// <summary>What the user must be told; null for nothing.</summary>
    public string? Told { get; init; }

    public override string ToString() => Does;

    /// <summary>One that stays without a reply after some tries.</summary>
    public static FaultCase Failing(string does, FaultKind kind, int tries, string told, Func<Task<FaultyServer>> start) => new(does, start)
    {
        Outcome = Jinbang.Models.Outcome.Failed,
        Kind = kind,
        Tries = tries,
        Counted = "failed",
        Told = told,
    };

    /// <summary>One that ends the model at once.</summary>
    public static FaultCase Ending(string does, FaultKind kind, string told, Func<Task<FaultyServer>> start) => new(does, start)
    {
        Outcome = null,
        Kind = kind,
        Counted = "",
        Told = told,
    };
}
