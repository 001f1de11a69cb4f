namespace Jinbang.Simulator.Houses;

/// <summary>Whether a model thinks.</summary>
internal enum Thinks
{
    /// <summary>When it is told to.</summary>
    Off,

    /// <summary>Unless it is told not to.</summary>
    On,

    /// <summary>Whatever it is told.</summary>
    Always,

    /// <summary>Not at all.</summary>
    Never,
}
