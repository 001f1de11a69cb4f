using System.Text.RegularExpressions;
using Jinbang.Models;

namespace Jinbang.Runs.Planning;

/// <summary>Guesses from name and settings whether a model thinks. Only priors hang on it, until the ledger knows better.</summary>
internal static partial class ThinkingSigns
{
    public static Thinking Of(Model model)
    {
        if (model.Thinking is { } told)
        {
            return told ? Thinking.Yes : Thinking.No;
        }

        var (names, fields) = ($"{model.Name} {model.Id}", model.ExtraFields ?? "");
        return Off().IsMatch(fields) || NotThinking().IsMatch(names) ? Thinking.No
            : On().IsMatch(fields) || IsThinking().IsMatch(names) ? Thinking.Yes
            : Ordinary().IsMatch(names) ? Thinking.No
            : Thinking.Unknown;
    }

    [GeneratedRegex("""thinking"?\s*:\s*(false|\{[^}]*disabled)|"reasoning_effort"\s*:\s*"(none|minimal)""", RegexOptions.IgnoreCase)]
    private static partial Regex Off();

    [GeneratedRegex("""thinking"?\s*:\s*(true|\{[^}]*enabled)|"reasoning""", RegexOptions.IgnoreCase)]
    private static partial Regex On();

    [GeneratedRegex("no-?think|non-?think", RegexOptions.IgnoreCase)]
    private static partial Regex NotThinking();

    [GeneratedRegex(@"think|reason|qwq|magistral|\b(o1|o3|o4|r1|t1|x1|gpt-5|gpt-oss)\b|gemini-(2\.5|3)-pro", RegexOptions.IgnoreCase)]
    private static partial Regex IsThinking();

    [GeneratedRegex(@"instruct|\bchat\b|gpt-3|gpt-4|nano|haiku|-lite|turbo", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinary();
}
