namespace Jinbang.Runs.Sharing;

/// <summary>How a page finds its holder.</summary>
internal enum Presence
{
    /// <summary>At work: whatever it says is written.</summary>
    Present,

    /// <summary>Removed: what it was answered is written, and it may begin nothing more.</summary>
    Late,
}
