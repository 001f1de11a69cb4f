namespace Jinbang.Boards.Pages;

/// <summary>As much of a long text as is shown: its beginning and its end, where answers stand, and a marked part whole.</summary>
internal static class Excerpt
{
    private const int Most = 6000;
    private const int Head = 2000;

    /// <summary>Writes the text, its marked part as such.</summary>
    /// <param name="html">The page.</param>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the marked part begins.</param>
    /// <param name="length">How long it is; 0 for none.</param>
    public static void Show(Html html, string text, int start = 0, int length = 0)
    {
        start = Math.Clamp(start, 0, text.Length);
        length = Math.Clamp(length, 0, Math.Min(text.Length - start, Most));
        if (text.Length <= Most)
        {
            ShowPart(html, text, 0, text.Length, start, length);
            return;
        }

        var tail = length > 0 && start >= Head ? Math.Clamp(start - (Most / 4), Head, text.Length - (Most - Head)) : text.Length - (Most - Head);
        ShowPart(html, text, 0, Head, start, length);
        ShowGap(html, tail - Head);
        ShowPart(html, text, tail, tail + Most - Head, start, length);
        ShowGap(html, text.Length - tail - (Most - Head));
    }

    private static void ShowPart(Html html, string text, int from, int to, int start, int length)
    {
        var (markedFrom, markedTo) = (Math.Clamp(start, from, to), Math.Clamp(start + length, from, to));
        html.Text(Visible.Text(text[from..markedFrom]));
        if (markedTo > markedFrom)
        {
            html.Add("mark", Visible.Text(text[markedFrom..markedTo]));
        }

        html.Text(Visible.Text(text[markedTo..to]));
    }

    private static void ShowGap(Html html, int characters)
    {
        if (characters > 0)
        {
            html.Add("span", new Phrase($" … {characters} characters left out … ", $" …… 略去 {characters} 字符 …… "), ("class", "gap"));
        }
    }
}
