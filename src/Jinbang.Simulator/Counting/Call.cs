using Jinbang.Models;
using Jinbang.Simulator.Faults;

namespace Jinbang.Simulator.Counting;

/// <summary>One chat request on its way, filled in as it becomes known.</summary>
internal sealed class Call
{
    /// <summary>The model asked; null until a known one is.</summary>
    public SimulatedModel? Model { get; set; }

    /// <summary>The hash of its prompt.</summary>
    public ulong Prompt { get; set; }

    /// <summary>The fault it was struck by.</summary>
    public Fault? Fault { get; set; }

    /// <summary>The HTTP status sent; 0 when the connection was cut before any.</summary>
    public int Status { get; set; }

    /// <summary>The tokens that a provider would bill; null when the model was not put to work.</summary>
    public TokenUsage? Paid { get; set; }

    /// <summary>Whether it counts against limits until its end.</summary>
    public bool IsTaken { get; set; }

    /// <summary>Whether the client left before the end.</summary>
    public bool IsAbandoned { get; set; }

    /// <summary>Whether the connection is to end here.</summary>
    public bool IsCut { get; set; }
}
