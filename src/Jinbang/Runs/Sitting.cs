using System.Globalization;
using Jinbang.Models;

namespace Jinbang.Runs;

/// <summary>One model, with its settings, sitting one exam in one language under one wording of the prompts.</summary>
/// <param name="Exam">The exam's id.</param>
/// <param name="Language">The language asked in.</param>
/// <param name="Model">The model that sits it.</param>
/// <param name="PromptHash">Identifies the wording of the prompts.</param>
public sealed record Sitting(string Exam, Language Language, Model Model, string PromptHash)
{
    /// <summary>Identifies the sitting: everything that a reply depends on, besides the question.</summary>
    /// <remarks>Name, house and price are left out: changing how a model is shown or billed asks nothing again.</remarks>
    public string Key => Fingerprint.Of([Exam, Language.ToString(), .. SettingsOf(Model), PromptHash]);

    /// <summary>Everything of a model that its replies depend on; a seed and a told way of thinking only where there is one,
    /// so that older ledgers keep their keys.</summary>
    internal static string?[] SettingsOf(Model model) =>
    [
        model.Provider,
        model.Id,
        model.Temperature?.ToString("R", CultureInfo.InvariantCulture),
        model.MaxOutputTokens.ToString(CultureInfo.InvariantCulture),
        model.ExtraFields,
        .. model.Seed is { } seed ? [seed.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        .. model.Thinking is { } thinks ? [$"thinking: {thinks}", model.ThinkingSwitch?.Fields(thinks)] : Array.Empty<string?>(),
    ];
}
