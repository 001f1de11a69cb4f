using Jinbang.Models;

namespace Jinbang.Boards.Charts;

/// <summary>The bar chart of a board: a line a model in the board's order, coloured by openness.</summary>
internal sealed class BoardChart
{
    private const double Width = 1000;
    private const double Margin = 32;
    private const double Top = 122;
    private const double Pitch = 24;
    private const double BarHeight = 14;
    private const double Gap = 12;
    private const double MaxHouse = 130;
    private const double MaxName = 330;
    private const double BarRight = Width - Margin - 60;
    private const double TitleSize = 22;
    private const double TextSize = 13;
    private const double SmallSize = 12;

    private const double NotePitch = 18;
    private const string Paper = "#ffffff";
    private const string Ink = "#1f2933";
    private const string Faint = "#6b7785";
    private const string Grid = "#e6eaee";
    private const string Stripe = "#f6f8fa";

    private readonly List<Box> boxes = [];
    private readonly List<Dash> dashes = [];
    private readonly List<Label> labels = [];
    private readonly Board board;
    private readonly TextRuler ruler;
    private readonly List<ChartRow> rows;
    private readonly double houseLeft;
    private readonly double nameLeft;
    private readonly double barLeft;
    private readonly double bottom;
    private readonly double notesTop;
    private readonly double height;

    private BoardChart(Board board, TextRuler ruler)
    {
        (this.board, this.ruler) = (board, ruler);
        rows = [.. board.Rows.Select(row => new ChartRow(
            row, Fit(row.House, TextSize, MaxHouse), Fit(row.IsNew ? row.Model + " (new)" : row.Model, TextSize, MaxName)))];
        houseLeft = Margin + Widest(rows.Select(row => Figures.Rank(row.Row.Rank))) + Gap;
        nameLeft = After(houseLeft, rows.Select(row => row.House));
        barLeft = After(nameLeft, rows.Select(row => row.Name));
        bottom = Top + Math.Max(1, rows.Count) * Pitch;
        notesTop = bottom + 32 + (HasRepeats ? NotePitch : 0);
        height = notesTop + 16 + board.Notes.Count * NotePitch;
    }

    /// <summary>Every character that the picture may show, however much of the long names will fit.</summary>
    public static string AllText(Board board) =>
        string.Concat(Draw(board, (_, _) => 0).Labels.Select(label => label.Text)) + TextWidth.Ellipsis;

    /// <summary>Draws the board with texts of the widths that the ruler tells.</summary>
    public static Drawing Draw(Board board, TextRuler ruler)
    {
        var chart = new BoardChart(board, ruler);
        chart.DrawGround();
        chart.DrawHead();
        chart.DrawScale();
        for (var i = 0; i < chart.rows.Count; i++)
        {
            chart.DrawRow(chart.rows[i], Top + i * Pitch);
        }

        chart.DrawChance();
        chart.DrawRepeatLegend();
        chart.DrawNotes();
        return new Drawing(
            Plain.Text(board.Title), Width, chart.height, chart.boxes, chart.dashes, chart.labels);
    }

    private double Across(double share) => barLeft + Math.Clamp(share, 0, 1) * (BarRight - barLeft);

    private void DrawGround()
    {
        boxes.Add(new(0, 0, Width, height, Paper));
        for (var i = 0; i < rows.Count; i += 2)
        {
            boxes.Add(new(Margin - 8, Top + i * Pitch, Width - 2 * Margin + 16, Pitch, Stripe, 4));
        }
    }

    private void DrawHead()
    {
        var title = $"{board.Title} {Words.Accuracy.In(board.Language)}";
        labels.Add(new(Margin, Margin + 20, Fit(title, TitleSize, Width - 2 * Margin), TitleSize, Ink));
        string?[] facts =
        [
            Words.Models(rows.Count).In(board.Language),
            board.Questions > 0 ? Words.Questions(board.Questions).In(board.Language) : null,
            board.Edition,
            board.ChanceLevel is { } level ? Words.ChanceLevel(level).In(board.Language) : null,
        ];
        var subtitle = string.Join(" · ", facts.Where(fact => !string.IsNullOrWhiteSpace(fact)));
        labels.Add(new(Margin, Margin + 46, Fit(subtitle, TextSize, Width / 2), TextSize, Faint));
        DrawLegend();
    }

    private void DrawLegend()
    {
        var right = Width - Margin;
        foreach (var openness in Enum.GetValues<Openness>().Reverse().Where(kind => rows.Any(row => row.Row.Openness == kind)))
        {
            var word = NameOf(openness).In(board.Language);
            labels.Add(new(right, Margin + 46, word, TextSize, Ink, Anchor.End));
            right -= ruler(word, TextSize) + 18;
            boxes.Add(new(right, Margin + 35, 12, 12, ColourOf(openness), 3));
            right -= 18;
        }
    }

    private void DrawScale()
    {
        for (var percent = 0; percent <= 100; percent += 20)
        {
            var x = Across(percent / 100.0);
            boxes.Add(new(x - 0.5, Top - 4, 1, bottom - Top + 8, Grid));
            labels.Add(new(x, Top - 12, $"{percent}%", SmallSize, Faint, Anchor.Middle));
        }
    }

    private void DrawRow(ChartRow row, double top)
    {
        var baseline = top + 17;
        labels.Add(new(houseLeft - Gap, baseline, Figures.Rank(row.Row.Rank), TextSize, Faint, Anchor.End));
        labels.Add(new(houseLeft, baseline, row.House, TextSize, Faint));
        labels.Add(new(nameLeft, baseline, row.Name, TextSize, Ink));
        if (row.Row.Accuracy is not { } share)
        {
            labels.Add(new(barLeft + 8, baseline, Words.NotGraded.In(board.Language), TextSize, Faint));
            return;
        }

        var most = DrawRepeats(row.Row, share, top);
        boxes.Add(new(barLeft, top + (Pitch - BarHeight) / 2, Across(share) - barLeft, BarHeight, ColourOf(row.Row.Openness), 3));
        DrawMajority(row.Row, top);
        var text = Figures.Percent(share);
        labels.Add(new(BesideBar(most, text), baseline, text, TextSize, Ink));
    }

    /// <summary>A pale bar, behind the accuracy's, to where at least one of all repeats is right.</summary>
    /// <returns>The share that the row's marks reach to.</returns>
    private double DrawRepeats(BoardRow row, double share, double top)
    {
        if (row.Repeats is not { } repeats)
        {
            return share;
        }

        var pass = repeats.Pass[^1].Share ?? 0;
        boxes.Add(new(barLeft, top + (Pitch - BarHeight) / 2, Across(pass) - barLeft, BarHeight, PaleOf(row.Openness), 3));
        return Math.Max(share, Math.Max(pass, repeats.Majority ?? 0));
    }

    private void DrawMajority(BoardRow row, double top)
    {
        if (row.Repeats?.Majority is { } majority)
        {
            boxes.Add(new(Across(majority) - 1, top + 3, 2, Pitch - 6, Ink));
        }
    }

    private void DrawRepeatLegend()
    {
        if (!HasRepeats)
        {
            return;
        }

        var y = bottom + 46;
        boxes.Add(new(Margin, y - 10, 12, 12, PaleOf(Openness.Unknown), 3));
        var pass = Words.OneOfRepeats.In(board.Language);
        labels.Add(new(Margin + 18, y, pass, SmallSize, Faint));
        var x = Margin + 18 + ruler(pass, SmallSize) + 18;
        boxes.Add(new(x, y - 11, 2, 14, Ink));
        labels.Add(new(x + 8, y, Words.MajorityVote.In(board.Language), SmallSize, Faint));
    }

    private bool HasRepeats => board.Rows.Any(row => row.Repeats is not null);

    /// <summary>At the bar's end, or behind the chance line where that would run through the figure.</summary>
    private double BesideBar(double share, string text)
    {
        var left = Across(share) + 8;
        return board.ChanceLevel is { } level && Across(level) > left - 4 && Across(level) < left + ruler(text, TextSize) + 4
            ? Across(level) + 8
            : left;
    }

    private void DrawChance()
    {
        if (board.ChanceLevel is { } level)
        {
            dashes.Add(new(Across(level), Top - 4, bottom + 8, Ink));
            var text = Words.ChanceLevel(level).In(board.Language);
            var half = ruler(text, SmallSize) / 2;
            labels.Add(new(Math.Min(Across(level), Width - Margin - half), bottom + 24, text, SmallSize, Ink, Anchor.Middle));
        }
    }

    private void DrawNotes()
    {
        for (var i = 0; i < board.Notes.Count; i++)
        {
            var note = Fit(board.Notes[i].In(board.Language), SmallSize, Width - 2 * Margin);
            labels.Add(new(Margin, notesTop + (i + 1) * NotePitch, note, SmallSize, Faint));
        }
    }

    private string Fit(string text, double size, double width) => TextWidth.Fit(Plain.Text(text), size, width, ruler);

    private double Widest(IEnumerable<string> texts) => texts.Select(text => ruler(text, TextSize)).DefaultIfEmpty().Max();

    private double After(double left, IEnumerable<string> texts) => Widest(texts) is > 0 and var width ? left + width + Gap : left;

    private static Phrase NameOf(Openness openness) => openness switch
    {
        Openness.Unknown => Words.Unknown,
        Openness.Commercial => Words.Commercial,
        Openness.Open => Words.Open,
    };

    private static string PaleOf(Openness openness) => openness switch
    {
        Openness.Unknown => "#d6dbe0",
        Openness.Commercial => "#bccfe4",
        Openness.Open => "#f5d9b0",
    };

    private static string ColourOf(Openness openness) => openness switch
    {
        Openness.Unknown => "#9aa5b1",
        Openness.Commercial => "#3f72af",
        Openness.Open => "#e59c3a",
    };
}
