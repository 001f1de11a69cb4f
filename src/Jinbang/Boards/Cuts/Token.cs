namespace Jinbang.Boards.Cuts;

/// <summary>A word, sign or parenthesis of an expression.</summary>
/// <param name="Text">As it is written, without quotes.</param>
/// <param name="At">The place of its first character, from 1.</param>
/// <param name="IsQuoted">Whether it stands in quotes, and so is a value.</param>
internal readonly record struct Token(string Text, int At, bool IsQuoted)
{
    /// <summary>Whether it is one of these words, case aside, and not a value.</summary>
    public bool Is(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (!IsQuoted && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
