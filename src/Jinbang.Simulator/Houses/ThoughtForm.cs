namespace Jinbang.Simulator.Houses;

/// <summary>Where thinking comes back.</summary>
internal enum ThoughtForm
{
    /// <summary>Nowhere; its tokens alone are told.</summary>
    Hidden,

    /// <summary>In the dialect's own place, or of chat completions in <c>reasoning_content</c>.</summary>
    ReasoningContent,

    /// <summary>In <c>reasoning</c>.</summary>
    Reasoning,

    /// <summary>In the reply's text, within <c>&lt;think&gt;</c> tags.</summary>
    Tags,

    /// <summary>As a part of type <c>thinking</c> in a list of parts.</summary>
    Parts,

    /// <summary>In <c>reasoning_details</c>, a list of texts.</summary>
    Details,
}
