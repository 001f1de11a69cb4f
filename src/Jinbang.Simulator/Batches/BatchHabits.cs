namespace Jinbang.Simulator.Batches;

/// <summary>How a simulated provider treats batches.</summary>
public sealed record BatchHabits
{
    /// <summary>How long a batch takes from being handed over to its results.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>Share of requests, 0 to 1, that expire unanswered.</summary>
    public double Expiring { get; init; }

    /// <summary>How many batches are refused (429) before the first is taken.</summary>
    public int Refused { get; init; }

    /// <summary>Whether batches are found fault with as a whole, by providers that look them through first.</summary>
    public bool IsRejecting { get; init; }

    /// <summary>Whether results hold also lines that are broken, very long, there twice or of no request.</summary>
    public bool IsStrange { get; init; }

    /// <summary>How long each call waits before it is carried out.</summary>
    public TimeSpan Before { get; init; }

    /// <summary>How long each call that changes something waits after it is carried out, before it is answered.</summary>
    public TimeSpan After { get; init; }

    /// <summary>How long results wait before each line.</summary>
    public TimeSpan LinePause { get; init; }
}
