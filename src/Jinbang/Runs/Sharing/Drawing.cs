namespace Jinbang.Runs.Sharing;

/// <summary>What came of drawing yuan.</summary>
internal enum Drawing
{
    /// <summary>The purse has what was needed.</summary>
    Drawn,

    /// <summary>It does not fit now, but may once others have given back what they do not need.</summary>
    Later,

    /// <summary>It will never fit: so much is used.</summary>
    Never,

    /// <summary>The holder is gone; it gets nothing any more.</summary>
    Removed,
}
