using Jinbang.Models;

namespace Jinbang.Cluster.Pacing;

/// <summary>What a silo has to tell and to ask of an account.</summary>
/// <param name="Silo">Who asks; a silo that starts anew is another.</param>
/// <param name="Nth">Counts the silo's exchanges with this account; of two the later one counts.</param>
/// <param name="Limits">How fast all the account's models together may be asked, as far as the silo's user said.</param>
/// <param name="Lanes">By model.</param>
internal sealed record Told(string Silo, long Nth, PaceLimits Limits, IReadOnlyList<LaneTold> Lanes)
{
    /// <summary>Exchanges whose answers never came: what they granted was not used.</summary>
    public IReadOnlyList<long> Failed { get; init; } = [];

    /// <summary>Exchanges whose answers may still come: the calls that they let in are under way, though they are not named yet.</summary>
    public IReadOnlyList<long> Open { get; init; } = [];

    /// <summary>Whether all calls under way are named, as who does not know this silo must hear.</summary>
    public bool IsWhole { get; init; }
}
