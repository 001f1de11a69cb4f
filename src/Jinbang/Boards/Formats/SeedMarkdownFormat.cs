using System.Text;
using Jinbang.Models;

namespace Jinbang.Boards.Formats;

/// <summary>A page with a table, as the public Chinese boards have it. What the table has no column for (notes, chance
/// level, incomplete coverage) follows as a list, so that a board without any has the table and the picture only.
/// A board that others published as a page is that page, to the byte.</summary>
/// <param name="pictureFolder">Where the page finds the board's picture, relative to itself, with forward slashes.</param>
/// <param name="pictureExtension">Which picture it shows: png or svg.</param>
public sealed class SeedMarkdownFormat(string pictureFolder = "../pic", string pictureExtension = "png") : BoardFormat
{
    private const string Separator = "|---|---|-----|-------------------|-------|-----------|-----------|-----------|";

    /// <inheritdoc/>
    public override string Extension => "md";

    /// <inheritdoc/>
    public override void Write(Board board, Stream output)
    {
        if (board.PublishedPage is { } published)
        {
            output.Write(Encoding.UTF8.GetBytes(published));
            return;
        }

        var page = new StringBuilder();
        page.Append('\n').Append(Heading(board)).Append('\n').Append(Separator).Append('\n');
        foreach (var row in board.Rows)
        {
            page.Append(Line(row, board.Language)).Append('\n');
        }

        var remarks = Remarks.On(board, BoardStyle.Seed).ToList();
        page.Append(remarks.Count > 0 ? "\n" : "");
        foreach (var remark in remarks)
        {
            page.Append("- ").Append(MarkdownText.Escape(remark.In(board.Language))).Append('\n');
        }

        page.Append("\n\n![lin](").Append(MarkdownText.Picture(pictureFolder, board, "", pictureExtension)).Append(')');
        output.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static string Heading(Board board)
    {
        var title = MarkdownText.Escape(board.Title);
        return board.Language switch
        {
            Language.Chinese => $"|类别|机构|大模型|【{title}】准确率|平均耗时|平均消耗token|花费/千次（元）|排名（准确率）|",
            Language.English => $"|Category|House|Model|[{title}] accuracy|Avg. time|Avg. tokens|Cost/1,000 calls (CNY)|Rank (accuracy)|",
        };
    }

    private static string Line(BoardRow row, Language language)
    {
        var house = MarkdownText.Escape(row.House);
        return string.Join('|',
            "",
            Category(row.Openness).In(language),
            house.Length > 0 ? house : Figures.None,
            MarkdownText.Escape(row.Model) + (row.IsNew ? "(new)" : ""),
            Figures.Accuracy(row.Accuracy),
            Figures.Seconds(row.Seconds),
            Figures.Tokens(row.Tokens),
            Figures.Cost(row.CostPerThousand),
            Figures.Rank(row.Rank),
            "");
    }

    private static Phrase Category(Openness openness) => openness switch
    {
        Openness.Unknown => new(Figures.None, Figures.None),
        Openness.Commercial => Words.Commercial,
        Openness.Open => Words.Open,
    };
}
