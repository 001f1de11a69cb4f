namespace Jinbang.Grading.Scanning;

/// <summary>Replaces every character by its plain form, one for one, so that places in the folded text are places in the reply.</summary>
internal static class Folding
{
    /// <summary>The text with full-width, enclosed and styled characters plain; as long as <paramref name="text"/>.</summary>
    public static string Fold(string text) =>
        System.Text.Ascii.IsValid(text) ? text : string.Create(text.Length, text, static (folded, text) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) && Styled(text[i], text[i + 1]) is { } plain)
                {
                    folded[i++] = plain;
                    folded[i] = '\u200B';
                }
                else
                {
                    folded[i] = Fold(text[i]);
                }
            }
        });

    private static char Fold(char c) => c switch
    {
        < '\u0080' => c,
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        >= '\u24B6' and <= '\u24CF' => (char)(c - '\u24B6' + 'A'),
        >= '\u24D0' and <= '\u24E9' => (char)(c - '\u24D0' + 'A'),
        >= '\u249C' and <= '\u24B5' => (char)(c - '\u249C' + 'A'),
        '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => ' ',
        '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => '\u200B',
        '\u2028' or '\u2029' or '\u0085' => '\n',
        (>= '\u2010' and <= '\u2013') or '\u2212' or '\uFE63' => '-',
        '【' or '〔' or '〖' => '[',
        '】' or '〕' or '〗' => ']',
        '“' or '”' or '「' or '」' or '『' or '』' => '"',
        '‘' or '’' => '\'',
        '《' or '〈' => '<',
        '》' or '〉' => '>',
        '∶' => ':',
        '⁄' or '∕' => '/',
        '⋅' or '∙' => '·',
        '✖' or '✕' or '⨯' => '×',
        _ => c,
    };

    private static char? Styled(char high, char low)
    {
        var point = char.ConvertToUtf32(high, low);
        return point switch
        {
            >= 0x1D400 and <= 0x1D6A3 => (char)(((point - 0x1D400) % 52) is var n and < 26 ? 'A' + n : 'a' + ((point - 0x1D400) % 52) - 26),
            >= 0x1D7CE and <= 0x1D7FF => (char)('0' + ((point - 0x1D7CE) % 10)),
            >= 0x1F110 and <= 0x1F129 => (char)('A' + point - 0x1F110),
            >= 0x1F130 and <= 0x1F149 => (char)('A' + point - 0x1F130),
            >= 0x1F150 and <= 0x1F169 => (char)('A' + point - 0x1F150),
            >= 0x1F170 and <= 0x1F189 => (char)('A' + point - 0x1F170),
            _ => null,
        };
    }
}
