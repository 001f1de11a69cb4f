namespace Jinbang.Workspaces;

/// <summary>What a model does not take.</summary>
public enum ModelLimit
{
    /// <summary>It refuses a temperature.</summary>
    NoTemperature,

    /// <summary>It refuses a system prompt.</summary>
    NoSystemPrompt,

    /// <summary>Its replies can only be streamed.</summary>
    StreamsOnly,
}
