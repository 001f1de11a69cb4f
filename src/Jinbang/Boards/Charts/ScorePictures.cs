using Jinbang.Boards.Editions;
using Jinbang.Boards.Items;

namespace Jinbang.Boards.Charts;

/// <summary>The pictures of figures that are not a board's.</summary>
public static class ScorePictures
{
    /// <summary>Accuracies over editions.</summary>
    public static Picture Of(ScoreHistory history, Language language) => new(
        "-history", Alternative(new("Accuracy over editions", "历期准确率"), history.Title), (ruler, frame) => HistoryChart.Draw(history, language, ruler, frame));

    /// <summary>Questions by difficulty and discrimination.</summary>
    public static Picture Of(ItemReport report, Language language) => new(
        "-items", Alternative(new("Questions by difficulty and discrimination", "题目的难度与区分度"), report.Title), (ruler, frame) => ItemChart.Draw(report, language, ruler, frame));

    private static Phrase Alternative(Phrase what, string title) => new($"{what.English}: {Plain.Text(title)}", $"{what.Chinese}：{Plain.Text(title)}");
}
