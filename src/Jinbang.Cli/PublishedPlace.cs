namespace Jinbang.Cli;

/// <summary>Where published figures are shown.</summary>
internal enum PublishedPlace
{
    /// <summary>On boards of their own, where there are none of ours.</summary>
    Apart,

    /// <summary>Beside our own.</summary>
    Beside,

    /// <summary>Instead of our own.</summary>
    Alone,
}
