using Jinbang.Boards;
using Jinbang.Boards.Pages;
using Jinbang.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace Jinbang.Web.Boards;

/// <summary>The rows of a board's table, and what its columns mean, as reports have them.</summary>
internal static class BoardMarkup
{
    /// <summary>The rows, each by itself: one text of all of them would be long enough to make the collector of garbage stop pages.</summary>
    /// <param name="shown">The board.</param>
    /// <param name="columns">The columns that are shown.</param>
    /// <param name="language">The reader's language.</param>
    public static IEnumerable<MarkupString> Rows(ShownBoard shown, IReadOnlyList<PageColumn> columns, Language language)
    {
        var compare = new Phrase("Compare", "对比").In(language);
        return shown.View.Rows.Select(row => Row(row, columns, language, compare));
    }

    /// <summary>How to read the board.</summary>
    public static MarkupString Method(Board board, Language language)
    {
        var html = new Html(language) { IsInOneLanguage = true };
        MethodSection.Show(html, [board]);
        return new(html.ToString());
    }

    private static MarkupString Row(BoardRow row, IReadOnlyList<PageColumn> columns, Language language, string compare)
    {
        var html = new Html(language) { IsInOneLanguage = true, Models = Addresses.Model };
        using (html.In("tr"))
        {
            using (html.In("td", ("class", "pick")))
            {
                html.Empty("input", ("type", "checkbox"), ("name", "model"), ("value", row.Model), ("aria-label", $"{compare} {Plain.Text(row.Model)}"));
            }

            foreach (var column in columns)
            {
                var isName = column.Style == "name";
                using (html.In(isName ? "th" : "td", ("scope", isName ? "row" : null), ("class", column.Style)))
                {
                    column.Show(html, row);
                }
            }
        }

        return new(html.ToString());
    }
}
