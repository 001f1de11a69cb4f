namespace Jinbang.Runs.Sharing;

/// <summary>How a run stands that many work on.</summary>
/// <param name="Id">What it goes by.</param>
/// <param name="State">Whether it is worked on.</param>
/// <param name="By">Who ordered it.</param>
/// <param name="At">When.</param>
public sealed record RunSight(string Id, RunState State, string By, DateTimeOffset At)
{
    /// <summary>Attempts that it is to have, those of earlier runs included; none once it is over.</summary>
    public long Planned { get; init; }

    /// <summary>How many of them are done, or nobody need do: all of leases that have ended.</summary>
    public long Done { get; init; }

    /// <summary>How many somebody has under way.</summary>
    public long UnderWay { get; init; }

    /// <summary>How many programs have some under way.</summary>
    public int Holders { get; init; }

    /// <summary>Most yuan; null for no limit.</summary>
    public decimal? Cap { get; init; }

    /// <summary>Yuan spent, earlier runs of the same attempts included; null where there is no limit to count against.</summary>
    public decimal? Spent { get; init; }

    /// <summary>Who cannot work on it, and why.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];
}
