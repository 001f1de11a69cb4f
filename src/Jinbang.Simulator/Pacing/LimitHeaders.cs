namespace Jinbang.Simulator.Pacing;

/// <summary>How a provider tells of its limits.</summary>
public enum LimitHeaders
{
    /// <summary>With every answer, in <c>x-ratelimit-*</c>; resets in seconds.</summary>
    OpenAi,

    /// <summary>With every answer, in <c>anthropic-ratelimit-*</c>; resets as moments in whole seconds.</summary>
    Anthropic,

    /// <summary>Only how long to wait, in whole seconds, with refusals.</summary>
    RetryAfter,

    /// <summary>Not at all.</summary>
    None,
}
