namespace Jinbang.Grading.Instructions;

/// <summary>Finds the script that a text is written in.</summary>
internal static class Scripts
{
    // A Chinese character says about as much as three letters.
    private const int LettersInCharacter = 3;
    private static readonly int Number = Enum.GetValues<Script>().Length;

    /// <summary>The script of most letters; null without letters. Kana stand for Japanese with its Chinese characters.</summary>
    public static Script? Main(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Number];
        foreach (var c in text)
        {
            if (Of(c) is { } script)
            {
                counts[(int)script]++;
            }
        }

        // Japanese is hardly ever written without kana, and Chinese quotes few.
        ref var kana = ref counts[(int)Script.Kana];
        ref var han = ref counts[(int)Script.Han];
        (kana, han) = kana * 10 > han ? (LettersInCharacter * (kana + han), 0) : (0, LettersInCharacter * (kana + han));
        var main = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            main = counts[i] > counts[main] ? i : main;
        }

        return counts[main] > 0 ? (Script)main : null;
    }

    /// <summary>The script of a character, or null.</summary>
    public static Script? Of(char c) => c switch
    {
        < '\u0370' or (>= '\u1E00' and <= '\u1EFF') => char.IsLetter(c) ? Script.Latin : null,
        <= '\u03FF' => Script.Greek,
        <= '\u052F' => Script.Cyrillic,
        >= '\u0590' and <= '\u05FF' => Script.Hebrew,
        (>= '\u0600' and <= '\u077F') or (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') => Script.Arabic,
        >= '\u0900' and <= '\u097F' => Script.Devanagari,
        >= '\u0980' and <= '\u09FF' => Script.Bengali,
        >= '\u0A00' and <= '\u0A7F' => Script.Gurmukhi,
        >= '\u0A80' and <= '\u0AFF' => Script.Gujarati,
        >= '\u0B80' and <= '\u0BFF' => Script.Tamil,
        >= '\u0C00' and <= '\u0C7F' => Script.Telugu,
        >= '\u0C80' and <= '\u0CFF' => Script.Kannada,
        >= '\u0D00' and <= '\u0D7F' => Script.Malayalam,
        >= '\u0E00' and <= '\u0E7F' => Script.Thai,
        (>= '\u1100' and <= '\u11FF') or (>= '\u3130' and <= '\u318F') or (>= '\uAC00' and <= '\uD7AF') => Script.Hangul,
        >= '\u3041' and <= '\u30FF' => Script.Kana,
        _ => Signs.IsHan(c) ? Script.Han : null,
    };
}
