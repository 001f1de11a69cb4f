using System.Collections.Frozen;

namespace Jinbang.Grading.Instructions;

/// <summary>Guesses the language of a reply, for IFEval's language:response_language and the English of change_case.</summary>
/// <remarks>The script decides first, then the commonest words and particular letters of the languages that share it.</remarks>
internal static class LanguageGuess
{
    // As much as langdetect, which IFEval uses, looks at.
    private const int Enough = 10_000;

    private static readonly FrozenDictionary<Script, LanguageEvidence> Evidence = LanguageProfiles.All
        .GroupBy(profile => profile.Script).ToFrozenDictionary(group => group.Key, group => new LanguageEvidence(group));

    /// <summary>Whether a text is in a language as far as can be told. A text without letters may be in any, as for IFEval,
    /// and a few words in any language of their script whose words they might be.</summary>
    public static bool MayBe(string code, string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, Enough));
        return Scripts.Main(sample) is not { } script
            || Evidence[script].Possible(sample).Any(possible => possible == code || possible.StartsWith(code + "-", StringComparison.Ordinal));
    }
}
