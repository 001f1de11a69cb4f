using Jinbang.Grading;

namespace Jinbang.Runs;

/// <summary>One model's kept replies to an exam, looked at with the present reader, keys and credit rule.</summary>
/// <param name="Before">Where the model stood by the kept grades.</param>
/// <param name="After">Where it stands.</param>
/// <param name="Renewed">How many grades are not those kept, or were given by another reader, key or rule.</param>
/// <param name="Flips">The attempts among them that earn something else.</param>
public sealed record Review(Standing Before, Standing After, int Renewed, IReadOnlyList<Flip> Flips)
{
    /// <summary>Whether the ledger keeps the sums, so that no reply need be read for them.</summary>
    public bool IsKept { get; init; }
}
