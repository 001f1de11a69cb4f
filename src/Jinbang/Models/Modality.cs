namespace Jinbang.Models;

/// <summary>What a model takes in besides or instead of words.</summary>
public enum Modality
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>Pictures.</summary>
    Image,

    /// <summary>Sound.</summary>
    Audio,

    /// <summary>Moving pictures.</summary>
    Video,
}
