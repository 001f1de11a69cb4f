namespace Jinbang.Boards.Charts;

/// <summary>What accuracy is set against.</summary>
/// <param name="Title">What the picture is called after the board's name.</param>
/// <param name="Axis">The axis with its unit.</param>
/// <param name="Zero">What a model with an amount of zero has.</param>
/// <param name="Unit">What stands behind an amount.</param>
/// <param name="Better">What having less of it means.</param>
/// <param name="Missing">What the left out lack.</param>
/// <param name="Of">A row's amount; null when unknown.</param>
internal sealed record ValueMeasure(Phrase Title, Phrase Axis, Phrase Zero, Phrase Unit, Phrase Better, Phrase Missing, Func<BoardRow, double?> Of)
{
    public static ValueMeasure Cost { get; } = new(
        new("accuracy against cost", "准确率与花费"),
        new("yuan per 1,000 calls, log scale", "每千次调用花费（元，对数刻度）"),
        new("free", "免费"),
        new(" yuan", " 元"),
        new("cheaper", "更便宜"),
        new("cost unknown", "花费未知"),
        row => (double?)row.CostPerThousand);

    public static ValueMeasure Time { get; } = new(
        new("accuracy against time", "准确率与耗时"),
        new("mean seconds of a reply, log scale", "平均每次耗时（秒，对数刻度）"),
        new("0 s", "0 秒"),
        new(" s", " 秒"),
        new("faster", "更快"),
        new("time unknown", "耗时未知"),
        row => row.Seconds);
}
