namespace Jinbang.Exams.Checks;

/// <summary>Folds the full-width forms of ASCII signs, which Chinese keyboards give.</summary>
internal static class HalfWidth
{
    public static char Of(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        '\u3000' => ' ',
        _ => c,
    };

    public static string Of(string text) => text.Any(c => Of(c) != c) ? string.Concat(text.Select(Of)) : text;
}
