namespace Jinbang.Grading.Instructions;

/// <summary>Counts Chinese sentences, for the Chinese variant of IFEval's length_constraints:number_sentences.</summary>
internal static class ChineseSentences
{
    /// <summary>The number of texts that end with 。！？ or …… (or their half-width forms), marks after another one and
    /// closing quotation marks aside; a text at the end that ends with none counts when it says anything.</summary>
    public static int Count(string text)
    {
        var count = 0;
        var isInside = false;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] is '。' or '！' or '？' or '!' or '?' or '…' or '．' || (text[i] == '.' && IsFullStop(text, i));
            count += ends && isInside ? 1 : 0;
            isInside = !ends && (isInside || char.IsLetterOrDigit(text[i]));
        }

        return isInside ? count + 1 : count;
    }

    // A point within a number, a name or a file's name, or behind a number that begins a line, ends no sentence.
    private static bool IsFullStop(string text, int at) =>
        (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]) || text[at + 1] is '"' or '”' or '」')
        && at > 0 && char.IsLetter(text[at - 1]);
}
