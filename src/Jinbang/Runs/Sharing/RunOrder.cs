namespace Jinbang.Runs.Sharing;

/// <summary>A run as it was ordered.</summary>
/// <param name="Id">What it goes by.</param>
/// <param name="Parcel">Everything that was ordered.</param>
/// <param name="By">Who ordered it.</param>
/// <param name="At">When.</param>
/// <param name="Version">Of the program that ordered it: others read replies in another way, perhaps.</param>
public sealed record RunOrder(string Id, byte[] Parcel, string By, DateTimeOffset At, string Version)
{
    /// <summary>What is to be asked.</summary>
    public required IReadOnlyList<WorkOrder> Works { get; init; }

    /// <summary>Its sittings as the ledger is to know them, in the order of boards.</summary>
    public IReadOnlyList<PlacedSitting> Sittings { get; init; } = [];

    /// <summary>What one is to do for all once that is asked, by what it is called.</summary>
    public IReadOnlyList<string> Once { get; init; } = [];

    /// <summary>Most yuan; null for no limit.</summary>
    public decimal? Cap { get; init; }

    /// <summary>Most yuan for single models, by their names.</summary>
    public IReadOnlyDictionary<string, decimal> ModelCaps { get; init; } = new Dictionary<string, decimal>();

    /// <summary>The models that judge.</summary>
    public IReadOnlySet<string> Judges { get; init; } = new HashSet<string>();
}
