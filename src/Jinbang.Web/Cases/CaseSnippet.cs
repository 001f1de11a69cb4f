using Jinbang.Boards;
using Jinbang.Runs.Search;

namespace Jinbang.Web.Cases;

/// <summary>As much of a text as a list shows: a line around the first of the words that are looked for.</summary>
internal static class CaseSnippet
{
    private const int Before = 40;
    private const int Most = 200;

    /// <summary>The line in parts, of which those are marked that are looked for.</summary>
    public static IReadOnlyList<(string Text, bool IsMarked)> Of(string text, SearchWords words)
    {
        var from = words.Find(text, 1) is [var first, ..] && first.Start > Before ? Whole(text, first.Start - Before) : 0;
        var to = Whole(text, Math.Min(text.Length, from + Most));
        var (parts, at, shown) = (new List<(string Text, bool IsMarked)>(), 0, text[from..to]);
        foreach (var (start, length) in words.Find(shown, Most))
        {
            parts.Add((shown[at..start], false));
            parts.Add((shown[start..(start + length)], true));
            at = start + length;
        }

        parts.Add((shown[at..], false));
        return [.. from > 0 ? [("…", false)] : Array.Empty<(string, bool)>(), .. parts.Where(part => part.Text.Length > 0).Select(part => (Spaced(part.Text), part.IsMarked)), .. to < text.Length ? [("…", false)] : Array.Empty<(string, bool)>()];
    }

    // Plain text has no blanks at its ends, which parts of a line need.
    private static string Spaced(string text) => Plain.Text($"|{text}|")[1..^1];

    // A character of two units is not cut.
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
