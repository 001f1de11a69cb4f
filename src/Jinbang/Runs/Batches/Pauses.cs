namespace Jinbang.Runs.Batches;

/// <summary>Pauses that grow.</summary>
/// <param name="first">The first.</param>
/// <param name="longest">The longest.</param>
internal sealed class Pauses(TimeSpan first, TimeSpan longest)
{
    private TimeSpan next = first;

    /// <summary>The next pause; no shorter than what was asked for, if anything was.</summary>
    public TimeSpan Next(TimeSpan? asked = null)
    {
        var pause = next < longest ? next : longest;
        next = pause * 2;
        return asked > pause ? asked.Value : pause;
    }
}
