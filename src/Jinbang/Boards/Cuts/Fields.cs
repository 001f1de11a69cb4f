using Jinbang.Models;

namespace Jinbang.Boards.Cuts;

/// <summary>The facts that rows can be chosen by.</summary>
internal static class Fields
{
    private static readonly string[] Yes = ["yes", "true", "是"];
    private static readonly string[] No = ["no", "false", "否"];

    /// <summary>All of them.</summary>
    public static readonly Field[] All =
    [
        new TextField(row => row.Model, "model", "模型", "大模型"),
        new TextField(row => row.House, "house", "机构"),
        new TextField(row => row.Host, "provider", "服务商"),
        new FlagField(row => OpenOf(row.Openness), ["yes", "open", "true", "开源", "是"], ["no", "commercial", "false", "商用", "否"], "open", "开源", "类别"),
        new FlagField(row => row.Thinks, Yes, No, "thinking", "思考"),
        new FlagField(row => row.IsNew, Yes, No, "new", "新"),
        new NumberField(row => (double?)row.Price?.InYuan()?.Output, "元", "output-price", "价格", "输出价格"),
        new NumberField(row => (double?)row.Facts.Parameters, "B", "size", "参数量"),
        new ShareField(row => row.Accuracy, "accuracy", "准确率"),
        new NumberField(row => (double?)row.CostPerThousand, "元", "cost", "花费"),
        new NumberField(row => row.Seconds, "s", "seconds", "耗时"),
        new NumberField(row => row.Timing?.P90, "s", "p90"),
        new NumberField(row => row.Tokens, "", "tokens", "token"),
        new ShareField(row => row.Coverage is { Planned: > 0 } coverage ? (double)coverage.Graded / coverage.Planned : null, "coverage", "覆盖率"),
        new DateField(row => row.Facts.Released, "released", "发布日期"),
    ];

    /// <summary>The names for messages.</summary>
    public static IEnumerable<string> Names => All.Select(known => known.Names[0]);

    /// <summary>The field of a name, case aside; null when there is none.</summary>
    public static Field? Find(string name) => All.FirstOrDefault(known => known.Names.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static bool? OpenOf(Openness openness) => openness switch
    {
        Openness.Unknown => null,
        Openness.Commercial => false,
        Openness.Open => true,
    };
}
