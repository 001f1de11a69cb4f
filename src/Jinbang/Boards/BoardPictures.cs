using Jinbang.Boards.Charts;

namespace Jinbang.Boards;

/// <summary>The pictures that a board has figures for.</summary>
public static class BoardPictures
{
    private static readonly BoardPictureKind Accuracy = new("", new("Accuracy of models", "各模型的准确率"), _ => true, BoardChart.Draw);

    private static readonly BoardPictureKind[] Kinds =
    [
        Accuracy,
        Against("-value", new("Accuracy against cost, with the models that no other beats in both", "准确率与花费，以及两方面都不被超过的模型"), ValueMeasure.Cost),
        Against("-time", new("Accuracy against time, with the models that no other beats in both", "准确率与耗时，以及两方面都不被超过的模型"), ValueMeasure.Time),
        new("-ranks", new("The ranks that models may have", "各模型可能的名次"), RankChart.Has, RankChart.Draw),
        new("-fields", new("What models have in each field", "各模型分领域的成绩"), FieldChart.Has, FieldChart.Draw),
        new("-radar", new("The first models' strengths by field", "前几名模型各领域的强弱"), RadarChart.Has, RadarChart.Draw),
    ];

    // A bar is there to be looked at, and hundreds of them are a burden to draw and to load.
    private const int MostBars = 400;

    /// <summary>The endings of all pictures that a board may have.</summary>
    public static IEnumerable<string> Suffixes => Kinds.Select(kind => kind.Suffix);

    /// <summary>The pictures, the board's bars first; each further one only when there is something to see in it.</summary>
    public static IReadOnlyList<Picture> Of(Board board) => [.. Kinds.Where(kind => kind.Has(board)).Select(kind => kind.Of(board))];

    /// <summary>The board with no more models than can be drawn, and a note on the others.</summary>
    public static Board Drawn(Board board) => board.Rows.Count <= MostBars ? board : board with
    {
        Rows = [.. board.Rows.Take(MostBars)],
        Notes = [.. board.Notes, new($"The first {MostBars} of {board.Rows.Count} models", $"仅绘出 {board.Rows.Count} 个模型中的前 {MostBars} 个")],
    };

    /// <summary>A line a model with its accuracy; every board has this picture.</summary>
    public static Picture Bars(Board board) => Accuracy.Of(board);

    private static BoardPictureKind Against(string suffix, Phrase alternative, ValueMeasure measure) => new(
        suffix, alternative, board => ValueChart.Has(board, measure), (board, ruler, frame) => ValueChart.Draw(board, measure, ruler, frame));
}
