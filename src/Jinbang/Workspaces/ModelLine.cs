using Jinbang.Models;

namespace Jinbang.Workspaces;

/// <summary>What a list says of one model in one of its modes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="House">Who made it; empty when unknown.</param>
/// <param name="Openness">Whether its weights are published.</param>
public sealed record ModelLine(string Name, string House, Openness Openness)
{
    /// <summary>Other names of it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Parameters, in billions; null when unknown.</summary>
    public decimal? Parameters { get; init; }

    /// <summary>Parameters that take part in one token, in billions; null when all do, or unknown.</summary>
    public decimal? ActiveParameters { get; init; }

    /// <summary>Most tokens of prompt and reply together; null when unknown.</summary>
    public int? Context { get; init; }

    /// <summary>Whether it thinks and can be told.</summary>
    public ThinkingHabit Habit { get; init; }

    /// <summary>Whether it thinks in this mode; null when unknown.</summary>
    public bool? Thinks { get; init; }

    /// <summary>Whose price it is.</summary>
    public string PricedBy { get; init; } = "";

    /// <summary>Price of a million prompt tokens; null when unknown.</summary>
    public decimal? Input { get; init; }

    /// <summary>Price of a million reply tokens; null when unknown.</summary>
    public decimal? Output { get; init; }

    /// <summary>The price's currency; null when unknown.</summary>
    public string? Currency { get; init; }

    /// <summary>The day the price was read; null when unknown.</summary>
    public DateOnly? PriceDate { get; init; }

    /// <summary>Price of a million reply tokens in yuan, by today's rate; null when unknown.</summary>
    public decimal? OutputYuan { get; init; }

    /// <summary>Who serves it today.</summary>
    public IReadOnlyList<string> Providers { get; init; } = [];

    /// <summary>Those of them whose key is found, or who need none.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>The day it was released; null when unknown.</summary>
    public DateOnly? Released { get; init; }

    /// <summary>Whether nobody serves it any more.</summary>
    public bool IsRetired { get; init; }
}
