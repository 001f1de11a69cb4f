using System.Text.Json;

namespace Jinbang.Simulator.Houses;

/// <summary>How thinking is switched at a house, and where it comes back.</summary>
/// <param name="Switches">The paths of the fields that switch it; the first that a request gives counts.</param>
/// <param name="Budget">The path of the field with the most tokens to think; null when there is none.</param>
/// <param name="Usual">Whether models think when a request does not say.</param>
/// <param name="Form">Where it comes back when a request does not say.</param>
/// <param name="Rules">Where it comes back when a request says.</param>
internal sealed record Thought(
    IReadOnlyList<string> Switches, string? Budget, Thinks Usual, ThoughtForm Form, IReadOnlyList<ThoughtRule> Rules)
{
    private static readonly string[] Off = ["disabled", "none", "off", "minimal"];

    /// <summary>Whether a request to a model is to be thought about.</summary>
    public bool IsWanted(JsonElement request, Thinks model) => model switch
    {
        Thinks.Always => true,
        Thinks.Never => false,
        Thinks.On => Told(request) ?? true,
        Thinks.Off => Told(request) ?? false,
    };

    /// <summary>The most tokens that a request lets a model think; null when it does not say.</summary>
    public int? Most(JsonElement request) =>
        Budget is not null && request.At(Budget) is { ValueKind: JsonValueKind.Number } given && given.GetInt32() is > 0 and var most ? most : null;

    /// <summary>Where a request's thinking comes back.</summary>
    /// <param name="request">The request.</param>
    /// <param name="model">Where the model's usually does; null for as with the others.</param>
    public ThoughtForm FormFor(JsonElement request, ThoughtForm? model) =>
        Rules.FirstOrDefault(rule => string.Equals(request.At(rule.Field)?.ToString(), rule.Value, StringComparison.OrdinalIgnoreCase))?.Form ?? model ?? Form;

    private bool? Told(JsonElement request)
    {
        foreach (var path in Switches)
        {
            if (request.At(path) is { } told)
            {
                return Means(told);
            }
        }

        return null;
    }

    private static bool Means(JsonElement told) => told.ValueKind switch
    {
        JsonValueKind.False => false,
        JsonValueKind.String => !Off.Contains(told.GetString()),
        JsonValueKind.Number => told.GetDouble() != 0,
        _ => true,
    };
}
