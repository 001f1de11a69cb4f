using System.Globalization;
using System.Text;

namespace Jinbang.Boards.Formats;

/// <summary>A page of a family of models, as the public Chinese boards have it: rank, model, house, price of a million reply
/// tokens, the total, then the parts. Remarks follow as a list.</summary>
public sealed class FamilyMarkdownFormat : BoardFormat
{
    private const string Separator = "|---|-----|---|-------|---|-|";

    /// <inheritdoc/>
    public override string Extension => "md";

    /// <inheritdoc/>
    public override void Write(Board board, Stream output)
    {
        var page = new StringBuilder();
        IReadOnlyList<ScorePart> parts = board.Rows.Count > 0 ? board.Rows[0].Parts : [];
        page.Append("##### ").Append(MarkdownText.Escape(board.Title)).Append('\n').Append(Heading(board.Language)).Append(MarkdownText.Escape(board.Family ?? board.Title)).Append("| |");
        page.AppendJoin("", parts.Select(part => MarkdownText.Escape(part.Name.In(board.Language)) + "|")).Append('\n');
        page.Append(Separator).AppendJoin("", parts.Select(_ => "---|")).Append('\n');
        foreach (var row in board.Rows)
        {
            page.Append(Line(row)).AppendJoin("", row.Parts.Select(part => Figures.Accuracy(part.Accuracy) + "|")).Append('\n');
        }

        foreach (var (remark, at) in Remarks.On(board, BoardStyle.Seed).Select((remark, at) => (remark, at)))
        {
            page.Append(at == 0 ? "\n- " : "- ").Append(MarkdownText.Escape(remark.In(board.Language))).Append('\n');
        }

        output.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static string Heading(Language language) => language switch
    {
        Language.Chinese => "|排名|大模型|机构|输出价格|",
        Language.English => "|Rank|Model|House|Output price|",
    };

    private static string Line(BoardRow row) =>
        $"|{Figures.Rank(row.Rank)}|{MarkdownText.Escape(row.Model)}{(row.IsNew ? "(new)" : "")}|{(row.House.Length > 0 ? MarkdownText.Escape(row.House) : Figures.None)}"
        + $"|{Price(row)}|{Figures.Accuracy(row.Accuracy)}| |";

    private static string Price(BoardRow row) => row.Price?.InYuan() is { } rate
        ? rate.Output.ToString("0.0###", CultureInfo.InvariantCulture) + "元"
        : Figures.None;
}
