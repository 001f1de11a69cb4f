using System.IO.Enumeration;
using Jinbang.Models;

namespace Jinbang.Workspaces;

/// <summary>Which models are listed; what is null or false does not matter.</summary>
public sealed record ModelFilter
{
    /// <summary>A part of the name or an alias, or with * and ? the whole.</summary>
    public string? Pattern { get; init; }

    /// <summary>A part of the name, an alias or the house's name.</summary>
    public string Words { get; init; } = "";

    /// <summary>A part of the house's name.</summary>
    public string? House { get; init; }

    /// <summary>Whether weights are published.</summary>
    public Openness? Openness { get; init; }

    /// <summary>Whether it thinks.</summary>
    public bool? Thinks { get; init; }

    /// <summary>Most yuan for a million reply tokens; what is of unknown price is left out.</summary>
    public decimal? MostYuan { get; init; }

    /// <summary>Who must serve it.</summary>
    public string? Provider { get; init; }

    /// <summary>Whether one of its providers' keys must be found.</summary>
    public bool HasKey { get; init; }

    /// <summary>Whether the model is to be listed, retired or not.</summary>
    public bool Fits(ModelLine line) =>
        (Pattern is not { } pattern || line.Aliases.Prepend(line.Name).Any(name => IsMeant(name, pattern)))
        && line.Aliases.Prepend(line.Name).Append(line.House).Any(name => name.Contains(Words, StringComparison.OrdinalIgnoreCase))
        && (House is null || line.House.Contains(House, StringComparison.OrdinalIgnoreCase))
        && (Openness is null || line.Openness == Openness)
        && (Thinks is null || line.Thinks == Thinks)
        && (MostYuan is null || line.OutputYuan <= MostYuan)
        && (Provider is null || line.Providers.Contains(Provider, StringComparer.OrdinalIgnoreCase))
        && (!HasKey || line.Keys.Count > 0);

    private static bool IsMeant(string name, string pattern) => pattern.AsSpan().ContainsAny('*', '?')
        ? FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: true)
        : name.Contains(pattern, StringComparison.OrdinalIgnoreCase);
}
