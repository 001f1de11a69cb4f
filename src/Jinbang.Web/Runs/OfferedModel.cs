using Jinbang.Models;

namespace Jinbang.Web.Runs;

/// <summary>A model that can be chosen.</summary>
/// <param name="Name">Its name.</param>
/// <param name="House">Who made it; empty when unknown.</param>
/// <param name="Openness">Whether its weights are published.</param>
public sealed record OfferedModel(string Name, string House, Openness Openness)
{
    /// <summary>Yuan for a million reply tokens; null when unknown.</summary>
    public decimal? Output { get; init; }

    /// <summary>Whether it thinks; null when unknown.</summary>
    public bool? Thinks { get; init; }

    /// <summary>The day it was released; null when unknown.</summary>
    public DateOnly? Released { get; init; }

    /// <summary>Whether it can be asked: its key is here, or none is needed.</summary>
    public bool IsAtHand { get; init; }

    /// <summary>Whether the workspace's file names it.</summary>
    public bool IsOfWorkspace { get; init; }
}
