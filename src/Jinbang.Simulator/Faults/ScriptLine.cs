namespace Jinbang.Simulator.Faults;

/// <summary>Faults by appointment: from request <see cref="At"/> on, the first <see cref="Times"/> that fit are struck.</summary>
/// <param name="Fault">The fault.</param>
public sealed record ScriptLine(Fault Fault)
{
    /// <summary>The first request that it may strike, counted from 0 over all that were admitted.</summary>
    public long At { get; init; }

    /// <summary>Only requests to this model; null for any.</summary>
    public string? Model { get; init; }

    /// <summary>Only requests that ask the question with this id; null for any.</summary>
    public string? Question { get; init; }

    /// <summary>How many requests it strikes.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Whether it is about such a request.</summary>
    internal bool Fits(long number, string model, string? question) =>
        number >= At && (Model is null || Model == model) && (Question is null || Question == question);
}
