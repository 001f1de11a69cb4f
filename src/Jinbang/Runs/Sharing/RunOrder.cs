namespace Jinbang.Runs.Sharing;

/// <summary>A run as it was ordered.</summary>
/// <param name="Id">What it goes by.</param>
/// <param name="Ordered">Everything that was ordered, as JSON.</param>
/// <param name="By">Who ordered it.</param>
/// <param name="At">When.</param>
internal sealed record RunOrder(string Id, string Ordered, string By, DateTimeOffset At)
{
    /// <summary>What is to be asked.</summary>
    public required IReadOnlyList<WorkOrder> Works { get; init; }

    /// <summary>Most yuan; null for no limit.</summary>
    public decimal? Cap { get; init; }

    /// <summary>Most yuan for single models, by their names.</summary>
    public IReadOnlyDictionary<string, decimal> ModelCaps { get; init; } = new Dictionary<string, decimal>();

    /// <summary>The models that judge.</summary>
    public IReadOnlySet<string> Judges { get; init; } = new HashSet<string>();
}
