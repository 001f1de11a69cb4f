using System.Text.RegularExpressions;
using Jinbang.Boards.Formats;
using Jinbang.Boards.Published;

namespace Jinbang.Boards;

/// <summary>Reads a published board page (see <see cref="SeedMarkdownFormat"/>) back into a board.</summary>
public static partial class SeedBoard
{
    private const int Columns = 8;

    /// <summary>The board of a page: rows and ranks as the page gives them, figures as far as it shows them. Every list
    /// item becomes a note, in the page's language on both sides.</summary>
    /// <exception cref="BadInputException">The page has no such table, or a row of it cannot be read.</exception>
    public static Board Parse(string markdown)
    {
        var table = PageTable.Of(markdown).FirstOrDefault(Fits) ?? throw new BadInputException(new(
            "The page has no board: a table with eight columns, the fourth being 【exam】准确率 or [exam] accuracy, is needed.",
            "页面里没有榜单：需要一个八列的表格，第四列为“【考试】准确率”或“[考试] accuracy”。"));
        var heading = Heading().Match(table.Headings[3]);
        var title = MarkdownText.Unescape(heading.Groups["title"].Value);
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var picture = lines.Select(line => Picture().Match(line)).FirstOrDefault(match => match.Success);
        return new Board(title, heading.Groups["zh"].Success ? Language.Chinese : Language.English, [.. table.Rows.Select(row => row.Read(Columns, Row))])
        {
            FileName = picture is null ? title : Uri.UnescapeDataString(picture.Groups["name"].Value),
            Notes = [.. lines.Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(Note)],
        };
    }

    /// <summary>Whether a table is such a board.</summary>
    internal static bool Fits(PageTable table) => table.Headings.Count == Columns && Heading().IsMatch(table.Headings[3]);

    private static Phrase Note(string line)
    {
        var text = MarkdownText.Unescape(line[2..]);
        return new Phrase(text, text);
    }

    private static BoardRow Row(IReadOnlyList<string> cells) => PageCell.Model(cells[2]) with
    {
        Openness = PageCell.Category(cells[0]),
        House = PageCell.House(cells[1]),
        Accuracy = PageCell.Share(cells[3]),
        Seconds = PageCell.Number(cells[4].TrimEnd('s')),
        Tokens = PageCell.Number(cells[5]),
        CostPerThousand = PageCell.Decimal(cells[6]),
        Rank = PageCell.Rank(cells[7]),
    };

    [GeneratedRegex(@"^(?:【(?<title>(?<zh>).*)】准确率|\[(?<title>.*)\] accuracy)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^!\[lin\]\((?:.*/)?(?<name>[^/]+)\.\w+\)$")]
    private static partial Regex Picture();
}
