namespace Jinbang.Runs.Sharing;

/// <summary>Whether a run is worked on; the names are those of the database.</summary>
public enum RunState
{
    /// <summary>Leases are given.</summary>
    Running,

    /// <summary>None are given until it is resumed; its sittings stay its own.</summary>
    Paused,

    /// <summary>None are given any more; its sittings are free once nobody has a lease.</summary>
    Stopped,

    /// <summary>Nothing is left to do.</summary>
    Ended,
}
