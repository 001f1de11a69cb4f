namespace Jinbang.Web.Models;

/// <summary>What a model's score says beside its peers'.</summary>
public enum Standing
{
    /// <summary>The interval holds the peers' median.</summary>
    Neither,

    /// <summary>The interval lies above it.</summary>
    Strength,

    /// <summary>The interval lies below it.</summary>
    Weakness,
}
