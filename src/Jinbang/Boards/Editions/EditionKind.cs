namespace Jinbang.Boards.Editions;

/// <summary>How much an edition changes, by the habit of the public boards.</summary>
public enum EditionKind
{
    /// <summary>Fixes and models.</summary>
    Patch,

    /// <summary>A new domain, or more than a tenth of new questions.</summary>
    Minor,

    /// <summary>Other rules or weights.</summary>
    Major,
}
