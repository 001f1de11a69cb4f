using System.Text;

namespace Jinbang.Grading.Instructions;

/// <summary>Counts words for IFEval's length_constraints:number_words.</summary>
internal static class Words
{
    /// <summary>The number of runs of letters, digits and "_".</summary>
    public static int Count(string text) => Count(text, rune => false);

    /// <summary>The number of Chinese characters, with each run of other letters and digits as one, as word processors count.</summary>
    public static int CountChinese(string text) => Count(text, Signs.IsHan);

    private static int Count(string text, Func<Rune, bool> standsAlone)
    {
        var count = 0;
        var isInside = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isAlone = standsAlone(rune);
            var isWord = !isAlone && Signs.IsWord(rune);
            count += isAlone || (isWord && !isInside) ? 1 : 0;
            isInside = isWord;
        }

        return count;
    }
}
