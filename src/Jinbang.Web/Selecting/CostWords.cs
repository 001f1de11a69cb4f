namespace Jinbang.Web.Selecting;

/// <summary>Compares what two models cost, in words.</summary>
internal static class CostWords
{
    private const double Alike = 1.15;
    private const double Half = 1.75;
    private static readonly string[] Parts = ["half", "a third", "a quarter", "a fifth", "a sixth", "a seventh", "an eighth", "a ninth", "a tenth"];

    /// <summary>What the one costs as against the other, such as "costs a ninth"; null when that is not known.</summary>
    public static Phrase? Of(decimal? one, decimal? other) => (one, other) switch
    {
        (null, _) or (_, null) => null,
        (0, 0) => new("costs nothing either", "同样免费"),
        (0, _) => new("costs nothing", "免费"),
        (_, 0) => new("is not free as the other is", "不像前者那样免费"),
        ({ } cheap, { } dear) => Of((double)(dear / cheap)),
    };

    /// <summary>Whether the one costs half of the other or less.</summary>
    public static bool IsMuchLess(decimal? one, decimal? other) => one is not null && other > 0 && one * 2 <= other;

    private static Phrase Of(double times) => times switch
    {
        < 1 / Alike => new($"costs {1 / times:0.#} times as much", $"价格是前者的 {1 / times:0.#} 倍"),
        < Alike => new("costs about the same", "价格相近"),
        < Half => new($"costs {100 * (1 - 1 / times):0}% less", $"便宜 {100 * (1 - 1 / times):0}%"),
        < 10.5 => new($"costs {Parts[(int)Math.Round(times) - 2]}", $"价格只有 1/{Math.Round(times):0}"),
        _ => new($"costs 1/{times:0}", $"价格只有 1/{times:0}"),
    };
}
