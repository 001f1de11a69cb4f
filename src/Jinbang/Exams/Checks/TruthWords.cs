namespace Jinbang.Exams.Checks;

/// <summary>The words that keys use for true and false.</summary>
internal static class TruthWords
{
    /// <summary>Whether the word means true; null for a word that means neither.</summary>
    public static bool? Find(string word) => HalfWidth.Of(word.Trim()).ToLowerInvariant() switch
    {
        "true" or "t" or "yes" or "y" or "1" or "正确" or "对" or "是" or "√" or "✓" or "✔" => true,
        "false" or "f" or "no" or "n" or "0" or "错误" or "错" or "否" or "×" or "✗" or "✘" => false,
        _ => null,
    };

    /// <summary>Whether the word can mean nothing else, so that a key without a stated kind is one of truth.</summary>
    public static bool AreClear(string word) =>
        HalfWidth.Of(word.Trim()).ToLowerInvariant()
            is "true" or "false" or "正确" or "错误" or "对" or "错" or "√" or "×";
}
