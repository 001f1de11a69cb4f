using System.Globalization;

namespace Jinbang.Boards.Pages;

/// <summary>A board's table, and above it what it is sorted and filtered by.</summary>
internal static class BoardSheet
{
    private const string Cheap = "low";
    private const string Fair = "mid";
    private const string Dear = "high";

    /// <summary>Writes them.</summary>
    /// <param name="html">The page.</param>
    /// <param name="board">The board.</param>
    /// <param name="id">Identifies the board on the page.</param>
    public static void Show(Html html, Board board, string id)
    {
        ShowFilters(html, board, id);
        var columns = PageColumns.Of(board);
        // Who scrolls by keyboard must be able to stand on what scrolls.
        using var region = html.In("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-labelledby", $"{id}-title"));
        using var table = html.In("table", ("class", "board"), ("id", $"{id}-table"));
        using (html.In("thead"))
        using (html.In("tr"))
        {
            ShowHeadings(html, columns, sorted: columns[0]);
        }

        using (html.In("tbody"))
        {
            foreach (var row in board.Rows)
            {
                ShowRow(html, columns, row);
            }
        }
    }

    /// <summary>Writes the headings of columns.</summary>
    /// <param name="html">The page.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="sorted">The column that the rows are sorted by; null for none.</param>
    public static void ShowHeadings(Html html, IReadOnlyList<PageColumn> columns, PageColumn? sorted)
    {
        foreach (var column in columns)
        {
            html.Add("th", column.Heading,
                ("scope", "col"), ("class", column.Style), ("aria-sort", column == sorted ? "ascending" : null),
                ("data-sort", column.Order is null ? "text" : "number"), ("data-first", column.LargestFirst ? "descending" : null));
        }
    }

    /// <summary>Writes the cells of a row.</summary>
    public static void ShowCells(Html html, IReadOnlyList<PageColumn> columns, BoardRow row)
    {
        foreach (var column in columns)
        {
            var isName = column.Style == "name";
            using (html.In(isName ? "th" : "td", ("scope", isName ? "row" : null), ("class", column.Style), ("data-v", Key(column, row))))
            {
                column.Show(html, row);
            }
        }
    }

    private static void ShowRow(Html html, IReadOnlyList<PageColumn> columns, BoardRow row)
    {
        using var line = html.In("tr",
            ("data-house", Plain.Text(row.House)), ("data-open", PageWords.Code(row.Openness)), ("data-thinks", PageWords.Code(row.Thinks)), ("data-price", Band(row)));
        ShowCells(html, columns, row);
    }

    private static string? Key(PageColumn column, BoardRow row) => column.Order is { } order
        ? order(row)?.ToString("R", CultureInfo.InvariantCulture) ?? ""
        : null;

    private static void ShowFilters(Html html, Board board, string id)
    {
        using var bar = html.In("form", [("class", "filters"), ("hidden", ""), ("data-for", $"{id}-table"), ("role", "search"), .. html.Said("aria-label", new("Filter the models", "筛选模型"))]);
        html.Empty("input", [("type", "search"), ("name", "text"), ("autocomplete", "off"), .. html.Said("placeholder", new("Model or house", "模型或机构")), ("aria-label", "Model / 模型")]);
        ShowChoice(html, "house", new("House", "机构"), board.Rows.Select(row => Plain.Text(row.House)).Where(house => house.Length > 0)
            .Distinct().Order(StringComparer.Ordinal).Select(house => (house, new Phrase(house, house))));
        ShowChoice(html, "open", new("Weights", "权重"), Present(board, row => PageWords.Code(row.Openness),
            [("open", Words.Open), ("commercial", Words.Commercial), ("unknown", Words.Unknown)]));
        ShowChoice(html, "thinks", new("Thinking", "思考"), Present(board, row => PageWords.Code(row.Thinks),
            [("yes", PageWords.Yes), ("no", PageWords.No), ("unknown", Words.Unknown)]));
        ShowChoice(html, "price", new("Yuan/million reply tokens", "输出价（元/百万token）"), Present(board, Band,
            [(Cheap, new("below 1", "1 以下")), (Fair, new("1 to 5", "1–5")), (Dear, new("5 or more", "5 及以上")), ("unknown", Words.Unknown)]));
        using (html.In("output", ("aria-live", "polite")))
        {
            html.Text($"{board.Rows.Count} / {board.Rows.Count}");
        }
    }

    /// <summary>A choice among several; nothing where there is nothing to choose.</summary>
    private static void ShowChoice(Html html, string name, Phrase heading, IEnumerable<(string Value, Phrase Word)> choices)
    {
        var list = choices.ToList();
        if (list.Count < 2)
        {
            return;
        }

        using (html.In("label"))
        {
            html.Add("span", heading);
            using var choice = html.In("select", ("name", name));
            foreach (var (value, word) in list.Prepend(("", new Phrase("all", "全部"))))
            {
                html.Add("option", word.In(html.Language), [("value", value), .. html.Said("text", word)]);
            }
        }
    }

    private static IEnumerable<(string, Phrase)> Present(Board board, Func<BoardRow, string> of, (string Code, Phrase)[] all)
    {
        var present = board.Rows.Select(of).ToHashSet();
        return all.Where(choice => present.Contains(choice.Code));
    }

    /// <summary>The bands of prices that the public boards have.</summary>
    private static string Band(BoardRow row) => PageColumns.PriceOf(row) switch
    {
        null => "unknown",
        < 1 => Cheap,
        < 5 => Fair,
        _ => Dear,
    };
}
