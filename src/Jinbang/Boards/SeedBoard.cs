using System.Globalization;
using System.Text.RegularExpressions;
using Jinbang.Boards.Formats;
using Jinbang.Models;

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
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var start = Array.FindIndex(lines, line => line.StartsWith('|'));
        if (start < 0 || start + 1 >= lines.Length || Heading().Match(lines[start]) is not { Success: true } heading
            || !lines[start + 1].StartsWith("|---|", StringComparison.Ordinal))
        {
            throw new BadInputException(new(
                "The page has no board: a table with eight columns, the fourth being 【exam】准确率 or [exam] accuracy, is needed.",
                "页面里没有榜单：需要一个八列的表格，第四列为“【考试】准确率”或“[考试] accuracy”。"));
        }

        var language = heading.Groups["zh"].Success ? Language.Chinese : Language.English;
        var rows = lines.Skip(start + 2).TakeWhile(line => line.StartsWith('|')).Select((line, i) => Row(line, start + 3 + i));
        var title = MarkdownText.Unescape(heading.Groups["title"].Value);
        var picture = lines.Select(line => Picture().Match(line)).FirstOrDefault(match => match.Success);
        return new Board(title, language, [.. rows])
        {
            FileName = picture is null ? title : Uri.UnescapeDataString(picture.Groups["name"].Value),
            Notes = [.. lines.Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(Note)],
        };
    }

    private static Phrase Note(string line)
    {
        var text = MarkdownText.Unescape(line[2..]);
        return new Phrase(text, text);
    }

    private static BoardRow Row(string line, int number)
    {
        var cells = line.Split('|')[1..^1];
        try
        {
            return cells.Length == Columns ? Row(cells) : throw new FormatException($"{cells.Length} ≠ {Columns}");
        }
        catch (Exception problem) when (problem is FormatException or OverflowException)
        {
            throw new BadInputException(
                new(
                    $"Line {number} of the page is not a row of a board ({problem.Message}): {line}",
                    $"页面第 {number} 行不是榜单的一行（{problem.Message}）：{line}"),
                problem);
        }
    }

    private static BoardRow Row(string[] cells)
    {
        var isNew = cells[2].EndsWith("(new)", StringComparison.Ordinal);
        return new BoardRow(MarkdownText.Unescape(isNew ? cells[2][..^5] : cells[2]))
        {
            Openness = Category(cells[0]),
            House = cells[1] == Figures.None ? "" : MarkdownText.Unescape(cells[1]),
            IsNew = isNew,
            Accuracy = Number(cells[3].TrimEnd('%')) / 100,
            Seconds = Number(cells[4].TrimEnd('s')),
            Tokens = Number(cells[5]),
            CostPerThousand = cells[6] == Figures.None ? null : decimal.Parse(cells[6], CultureInfo.InvariantCulture),
            Rank = int.Parse(cells[7], CultureInfo.InvariantCulture),
        };
    }

    private static Openness Category(string cell) =>
        Is(cell, Words.Commercial) ? Openness.Commercial
        : Is(cell, Words.Open) ? Openness.Open
        : cell == Figures.None ? Openness.Unknown
        : throw new FormatException(cell);

    private static bool Is(string cell, Phrase word) => cell == word.Chinese || cell == word.English;

    private static double? Number(string cell) =>
        cell == Figures.None ? null : double.Parse(cell, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\|(?:[^|]*\|){3}(?:【(?<title>(?<zh>)[^|]*)】准确率|\[(?<title>[^|]*)\] accuracy)\|(?:[^|]*\|){4}$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^!\[lin\]\((?:.*/)?(?<name>[^/]+)\.\w+\)$")]
    private static partial Regex Picture();
}
