namespace Jinbang.Boards.Pages;

/// <summary>As much of a long text as is shown: its beginning and its end, where answers stand, and a marked part whole.</summary>
public static class Excerpt
{
    private const int Most = 6000;
    private const int Head = 2000;

    /// <summary>The parts of the text that are shown, with nothing hidden in them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the marked part begins.</param>
    /// <param name="length">How long it is; 0 for none.</param>
    public static IReadOnlyList<ExcerptPart> Of(string text, int start = 0, int length = 0)
    {
        start = Math.Clamp(start, 0, text.Length);
        length = Math.Clamp(length, 0, Math.Min(text.Length - start, Most));
        if (text.Length <= Most)
        {
            return [.. Parts(text, 0, text.Length, start, length)];
        }

        var tail = length > 0 && start >= Head ? Math.Clamp(start - (Most / 4), Head, text.Length - (Most - Head)) : text.Length - (Most - Head);
        return
        [
            .. Parts(text, 0, Head, start, length), .. Gap(tail - Head),
            .. Parts(text, tail, tail + Most - Head, start, length), .. Gap(text.Length - tail - (Most - Head)),
        ];
    }

    /// <summary>Writes the text, its marked part as such.</summary>
    internal static void Show(Html html, string text, int start = 0, int length = 0)
    {
        foreach (var part in Of(text, start, length))
        {
            _ = part switch
            {
                { LeftOut: > 0 } => html.Add("span", part.Gap, ("class", "gap")),
                { IsMarked: true } => html.Add("mark", part.Text),
                _ => html.Text(part.Text),
            };
        }
    }

    private static IEnumerable<ExcerptPart> Parts(string text, int from, int to, int start, int length)
    {
        var (markedFrom, markedTo) = (Math.Clamp(start, from, to), Math.Clamp(start + length, from, to));
        ExcerptPart[] parts = [new(Visible.Text(text[from..markedFrom])), new(Visible.Text(text[markedFrom..markedTo])) { IsMarked = true }, new(Visible.Text(text[markedTo..to]))];
        return parts.Where(part => part.Text.Length > 0);
    }

    private static IEnumerable<ExcerptPart> Gap(int characters) => characters > 0 ? [new("") { LeftOut = characters }] : [];
}
