using System.Globalization;

namespace Jinbang.Boards.Pages;

/// <summary>A report as one file of HTML that needs nothing else: no network, and no script to be read.</summary>
public static class ReportPage
{
    private static readonly Phrase Title = new("Examination report", "考试报告");

    /// <summary>The page.</summary>
    public static string Of(Report report) => PageFrame.Around(report.Language, Title, home: null, html =>
    {
        html.Add("h1", Title);
        html.Add("p", Facts(report), ("class", "facts"));
        ShowContents(html, report);
        for (var at = 0; at < report.Boards.Count; at++)
        {
            BoardSection.Show(html, report.Boards[at], IdOf(at), "h2");
        }

        MethodSection.Show(html, report.Boards.Select(page => page.Board));
    });

    private static Phrase Facts(Report report)
    {
        var models = report.Boards.SelectMany(page => page.Board.Rows).Select(row => row.Model).Distinct().Count();
        var boards = report.Boards.Count;
        var date = report.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(
            string.Join(" · ", Known(boards == 1 ? "1 exam" : $"{boards} exams", Words.Models(models).English, Named("edition ", report.Edition), date)),
            string.Join(" · ", Known($"{boards} 份题库", Words.Models(models).Chinese, Named("版次 ", report.Edition), date)));
    }

    private static string? Named(string word, string? name) => name is null ? null : word + Plain.Text(name);

    private static IEnumerable<string> Known(params string?[] parts) => parts.OfType<string>();

    private static void ShowContents(Html html, Report report)
    {
        using var contents = html.In("nav", [("class", "contents"), .. html.Said("aria-label", new("Contents", "目录"))]);
        using var list = html.In("ol");
        for (var at = 0; at < report.Boards.Count; at++)
        {
            var board = report.Boards[at].Board;
            using (html.In("li"))
            {
                html.Add("a", PageWords.TitleOf(board), ("href", $"#{IdOf(at)}"));
                ShowFirst(html, board);
            }
        }

        using (html.In("li"))
        {
            html.Add("a", new Phrase("How to read this", "怎样看这份榜单"), ("href", "#method"));
        }
    }

    private static void ShowFirst(Html html, Board board)
    {
        if (board.Rows is [{ Accuracy: { } share } first, ..])
        {
            html.Text(" ").Add("span", $"{Plain.Text(first.Model)} {Figures.Percent(share)}", ("class", "faint"));
        }
    }

    private static string IdOf(int at) => string.Create(CultureInfo.InvariantCulture, $"board-{at + 1}");
}
