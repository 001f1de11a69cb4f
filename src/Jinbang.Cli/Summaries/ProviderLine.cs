using Jinbang.Models;

namespace Jinbang.Cli.Summaries;

/// <summary>What one call to one provider has shown.</summary>
/// <param name="Provider">The provider's name, or its address.</param>
/// <param name="Model">What the provider calls the model that was asked.</param>
/// <param name="Key">What was shown of its key.</param>
/// <param name="Replied">Whether the model replied.</param>
/// <param name="Seconds">Seconds of the whole call; null when none came to an end.</param>
/// <param name="PromptTokens">Tokens of the prompt; null when not told.</param>
/// <param name="CompletionTokens">Tokens of the reply; null when not told.</param>
/// <param name="Yuan">What the call cost; null when unknown.</param>
/// <param name="Problem">What is wrong and what to do, in the language spoken; null when the model replied.</param>
internal sealed record ProviderLine(
    string Provider, string Model, KeyState Key, bool Replied, double? Seconds, int? PromptTokens, int? CompletionTokens, decimal? Yuan, string? Problem)
{
    public static ProviderLine Of(Model model, ProbeResult result, Language language) => new(
        model.Provider,
        model.Id,
        result.Key,
        result.Reply is not null,
        result.Reply?.Elapsed?.TotalSeconds,
        result.Reply?.Usage?.Prompt,
        result.Reply?.Usage?.Completion,
        result.Reply?.Cost,
        result.Problem?.In(language));
}
