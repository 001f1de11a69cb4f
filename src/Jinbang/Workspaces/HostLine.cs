namespace Jinbang.Workspaces;

/// <summary>One provider of a model.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="Title">The name shown to people.</param>
/// <param name="Id">What it calls the model.</param>
/// <param name="KeyVariable">The variable with its key; null when it takes none.</param>
/// <param name="HasKey">Whether the key is found, or none is needed.</param>
/// <param name="ThinkingFields">The request fields that switch the mode, a JSON object; null when none are sent.</param>
/// <param name="RetiredSince">The day from which it no longer serves the model; null when it does, as far as is known.</param>
public sealed record HostLine(
    string Provider, string Title, string Id, string? KeyVariable, bool HasKey, string? ThinkingFields, DateOnly? RetiredSince);
