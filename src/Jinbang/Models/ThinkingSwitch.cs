namespace Jinbang.Models;

/// <summary>The request fields by which a provider's models are told to think or not to, as JSON objects.</summary>
/// <param name="On">Fields for thinking; null when nobody knows any, {} when there is nothing to send.</param>
/// <param name="Off">Fields for not thinking; likewise.</param>
public sealed record ThinkingSwitch(string? On, string? Off)
{
    /// <summary>The fields for a mode.</summary>
    public string? Fields(bool thinks) => thinks ? On : Off;
}
