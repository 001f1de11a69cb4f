namespace Jinbang.Grading.Instructions;

/// <summary>The case of letters: IFEval's change_case:english_capital and change_case:english_lowercase.</summary>
internal static class LetterCase
{
    /// <summary>Whether there is a capital letter and no small one.</summary>
    public static bool IsAllCapital(ReadOnlySpan<char> text) => Has(text, char.IsUpper) && !Has(text, char.IsLower);

    /// <summary>Whether there is a small letter and no capital one.</summary>
    public static bool IsAllSmall(ReadOnlySpan<char> text) => Has(text, char.IsLower) && !Has(text, char.IsUpper);

    private static bool Has(ReadOnlySpan<char> text, Func<char, bool> isOne)
    {
        foreach (var c in text)
        {
            if (isOne(c))
            {
                return true;
            }
        }

        return false;
    }
}
