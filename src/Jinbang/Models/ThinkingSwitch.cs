namespace Jinbang.Models;

/// <summary>The request fields by which a provider's models are told to think or not to, as JSON objects.</summary>
/// <param name="On">Fields for thinking; null when nobody knows any, {} when there is nothing to send.</param>
/// <param name="Off">Fields for not thinking; likewise.</param>
public sealed record ThinkingSwitch(string? On, string? Off)
{
    /// <summary>Reads the switch that a mapping with the keys <c>on</c> and <c>off</c> gives.</summary>
    /// <exception cref="BadInputException">One of them is not a JSON object; names the line.</exception>
    internal static ThinkingSwitch Read(YamlMap map) => new(JsonFields.Read(map, "on"), JsonFields.Read(map, "off"));

    /// <summary>The fields for a mode.</summary>
    public string? Fields(bool thinks) => thinks ? On : Off;
}
