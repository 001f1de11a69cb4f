namespace Jinbang.Models;

/// <summary>Whether a model's weights are published.</summary>
public enum Openness
{
    /// <summary>Not known to the catalogue.</summary>
    Unknown,

    /// <summary>Only served (商用).</summary>
    Commercial,

    /// <summary>Weights are published (开源).</summary>
    Open,
}
