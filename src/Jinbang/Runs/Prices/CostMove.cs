namespace Jinbang.Runs.Prices;

/// <summary>How one model's costs move when they are computed anew.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="IsJudge">Whether these are its calls as judge.</param>
public sealed record CostMove(string Model, bool IsJudge)
{
    /// <summary>Calls whose cost or price is another than before.</summary>
    public int Changed { get; init; }

    /// <summary>Calls that stay as they are because they have that price already.</summary>
    public int Same { get; init; }

    /// <summary>Calls left alone because the provider told their cost.</summary>
    public int Told { get; init; }

    /// <summary>Calls left alone because their tokens, or the price, are unknown.</summary>
    public int Unknown { get; init; }

    /// <summary>Yuan of all its calls before, those of unknown cost aside.</summary>
    public decimal Before { get; init; }

    /// <summary>Yuan of all its calls after.</summary>
    public decimal After { get; init; }

    /// <summary>The price that they were computed by; null when unknown.</summary>
    public string? By { get; init; }

    internal CostMove With(CallCost before, CallCost after) => this with
    {
        Before = Before + (before.Yuan ?? 0),
        After = After + (after.Yuan ?? 0),
    };
}
