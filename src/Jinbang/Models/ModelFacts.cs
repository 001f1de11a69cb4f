namespace Jinbang.Models;

/// <summary>What is published about a model that no call depends on; each null or empty when unknown.</summary>
public sealed record ModelFacts
{
    /// <summary>Nothing is known.</summary>
    public static readonly ModelFacts None = new();

    /// <summary>Parameters, in billions.</summary>
    public decimal? Parameters { get; init; }

    /// <summary>Parameters that take part in one token, in billions, where not all do.</summary>
    public decimal? ActiveParameters { get; init; }

    /// <summary>Most tokens of prompt and reply together.</summary>
    public int? Context { get; init; }

    /// <summary>Most tokens of a reply.</summary>
    public int? Output { get; init; }

    /// <summary>What it takes in; empty when unknown.</summary>
    public IReadOnlyList<Modality> Modalities { get; init; } = [];

    /// <summary>The day it was released.</summary>
    public DateOnly? Released { get; init; }

    /// <summary>The day of this knowledge.</summary>
    public DateOnly? Known { get; init; }

    /// <summary>The days from which providers no longer serve it; <see cref="Everyone"/> stands for all of them.</summary>
    public IReadOnlyDictionary<string, DateOnly> Retired { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>The key in <see cref="Retired"/> that stands for every provider.</summary>
    public const string Everyone = "*";

    /// <summary>The day from which a provider no longer serves it; null when it does, as far as is known.</summary>
    public DateOnly? RetiredAt(string provider) =>
        Retired.TryGetValue(provider, out var day) || Retired.TryGetValue(Everyone, out day) ? day : null;
}
