namespace Jinbang.Models;

/// <summary>One thing that can be examined: a provider's model with its settings.</summary>
/// <param name="Name">The name shown on boards; unique within a workspace.</param>
/// <param name="Provider">Who serves it: a provider's name of the catalogue, or an endpoint's address.</param>
/// <param name="Id">What the provider calls it.</param>
public sealed record Model(string Name, string Provider, string Id)
{
    /// <summary>Who made it (机构); empty when unknown.</summary>
    public string House { get; init; } = "";

    /// <summary>Whether its weights are published.</summary>
    public Openness Openness { get; init; }

    /// <summary>Sampling temperature to ask for; null leaves it to the provider.</summary>
    public double? Temperature { get; init; }

    /// <summary>Seed of the first repeat, the next one's being one more; null leaves chance to the provider.</summary>
    public int? Seed { get; init; }

    /// <summary>Most tokens a reply may have, thinking included.</summary>
    public int MaxOutputTokens { get; init; } = 8192;

    /// <summary>Further request fields that this model needs, as a JSON object; null for none.</summary>
    public string? ExtraFields { get; init; }

    /// <summary>Whether it is told to think, or not to; null when it is told nothing.</summary>
    public bool? Thinking { get; init; }

    /// <summary>How it is told, instead of how its provider's models usually are; null for the usual way.</summary>
    public ThinkingSwitch? ThinkingSwitch { get; init; }

    /// <summary>Whether it refuses a temperature.</summary>
    public bool RefusesTemperature { get; init; }

    /// <summary>Whether it refuses a system prompt.</summary>
    public bool RefusesSystemPrompt { get; init; }

    /// <summary>Whether its replies can only be streamed.</summary>
    public bool StreamsOnly { get; init; }

    /// <summary>Its dated list price; null when unknown, which is never the same as free.</summary>
    public Price? Price { get; init; }
}
