using System.Globalization;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Boards.Charts;

/// <summary>The ranks that each model may have: a thin line for what is proven, a thick one for what is likely.</summary>
internal sealed class RankChart
{
    private readonly Sketch sketch;
    private readonly Board board;
    private readonly NameColumns columns;
    private readonly double left;
    private readonly double right;

    private RankChart(Board board, Sketch sketch)
    {
        (this.board, this.sketch) = (board, sketch);
        columns = new NameColumns(sketch, board.Rows, [.. board.Rows.Select(row => (ChanceOf(row), ""))]);
        (left, right) = (columns.Left + 8, sketch.Right - 14);
    }

    /// <summary>Whether there is anything to see.</summary>
    public static bool Has(Board board) => board.Rows.Any(row => row.LikelyRank is not null || row.ProvenRank is not null);

    public static Drawing Draw(Board board, TextRuler ruler, Frame frame) => new RankChart(board, new Sketch(ruler, frame, board.Language)).Draw();

    private Drawing Draw()
    {
        var title = board.Title + sketch.Say(new(": how sure ranks are", "：名次有多可靠"));
        var top = Head.Draw(sketch, title, BoardFacts.Of(board), Legend()) + 30;
        var bottom = top + board.Rows.Count * columns.Pitch;
        columns.DrawBands(top);
        DrawAxis(top, bottom);
        for (var i = 0; i < board.Rows.Count; i++)
        {
            columns.DrawRow(i, top + i * columns.Pitch);
            DrawMarks(board.Rows[i], columns.Middle(top + i * columns.Pitch));
        }

        return sketch.Finish(title, sketch.Say(Summary()), bottom + ShareAxis.Below(bottom - top) + 12);
    }

    private IEnumerable<LegendEntry> Legend()
    {
        var rows = board.Rows;
        LegendEntry likely = new(new("likely rank, 95 % for each model", "可能的名次（逐个模型 95%）"), (x, y) => sketch.Stroke(Outline.Across(x - 7, x + 7, y), Tone.Unknown, 7));
        LegendEntry proven = new(new("proven rank, 95 % for all models at once", "可证明的名次（所有模型同时 95%）"), (x, y) => DrawProven(x - 7, x + 7, y));
        LegendEntry chance = new(new("chance of being the best", "为第一名的概率"), (x, y) => sketch.Small(x, y + 4, "%", Tone.Ink, Anchor.Middle));
        return
        [
            .. Look.Legend(sketch, rows),
            new(new("place on the board", "榜上位置"), DrawPlace),
            .. rows.Any(row => row.LikelyRank is not null) ? [likely] : Array.Empty<LegendEntry>(),
            .. rows.Any(row => row.ProvenRank is not null) ? [proven] : Array.Empty<LegendEntry>(),
            .. rows.Any(row => row.BestChance is not null) ? [chance] : Array.Empty<LegendEntry>(),
        ];
    }

    private double At(double rank) => board.Rows.Count < 2 ? (left + right) / 2 : left + (Math.Clamp(rank, 1, board.Rows.Count) - 1) / (board.Rows.Count - 1) * (right - left);

    private void DrawAxis(double top, double bottom)
    {
        foreach (var rank in RankTicks.Of(board.Rows.Count, sketch.Frame.IsNarrow ? 7 : 14))
        {
            var text = Figures.Rank(rank);
            sketch.Stroke(Outline.Down(At(rank), top - 4, bottom + 4), Tone.Grid);
            sketch.Small(At(rank), top - 10, text, Tone.Faint, Anchor.Middle);
            if (ShareAxis.Below(bottom - top) > ShareAxis.Below(0))
            {
                sketch.Small(At(rank), bottom + 18, text, Tone.Faint, Anchor.Middle);
            }
        }
    }

    private void DrawMarks(BoardRow row, double y)
    {
        if (row.ProvenRank is { } proven)
        {
            DrawProven(At(proven.First), At(proven.Last), y);
        }

        if (row.LikelyRank is { } likely)
        {
            sketch.Stroke(Outline.Across(At(likely.First) - 2, At(likely.Last) + 2, y), Look.ToneOf(row.Openness), 7);
        }

        if (row.LikelyRank is not null || row.ProvenRank is not null)
        {
            DrawPlace(At(row.Rank), y);
        }
    }

    private void DrawProven(double from, double to, double y) =>
        sketch.Stroke(Outline.Across(from - 2, to + 2, y) + Outline.Down(from - 2, y - 5, y + 5) + Outline.Down(to + 2, y - 5, y + 5), Tone.Faint, 1.5);

    private void DrawPlace(double x, double y) => sketch.Area(Outline.Of(Mark.Circle, x, y, 4), Tone.Paper, Tone.Ink, 2);

    private static string ChanceOf(BoardRow row) => row.BestChance switch
    {
        null => "",
        < 0.005 => "<1%",
        { } chance => (100 * chance).ToString("0", CultureInfo.InvariantCulture) + "%",
    };

    private Phrase Summary() => board.Rows.FirstOrDefault(row => (row.LikelyRank ?? row.ProvenRank) is not null) is { } first
        && (first.LikelyRank ?? first.ProvenRank) is RankSpan range
        ? new($"{first.Model}, {first.Rank} on the board, may rank {range}.", $"{first.Model} 在榜上为第 {first.Rank}，名次可能为 {range}。")
        : Words.Models(board.Rows.Count);
}
