namespace Jinbang.Runs.Sharing;

/// <summary>What is left of a sitting, as it was when somebody looked.</summary>
/// <param name="IsStopped">Whether the model is asked nothing more in it.</param>
/// <param name="CanBeTaken">Whether a lease can be had.</param>
/// <param name="IsOpen">Whether somebody has a lease, which may yet be returned.</param>
internal sealed record WorkSight(bool IsStopped, bool CanBeTaken, bool IsOpen)
{
    /// <summary>Of a sitting that no run works on any more.</summary>
    public static WorkSight Gone { get; } = new(IsStopped: true, CanBeTaken: false, IsOpen: false);

    /// <summary>Whether nothing will ever come of it again.</summary>
    public bool IsOver => IsStopped || (!CanBeTaken && !IsOpen);
}
