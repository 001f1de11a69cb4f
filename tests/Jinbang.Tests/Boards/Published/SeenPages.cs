namespace Jinbang.Tests.Boards.Published;

/// <summary>Made-up pages in the layouts that boards are published in.</summary>
internal static class SeenPages
{
    public const string Seed =
        "\n|类别|机构|大模型|【识图】准确率|平均耗时|平均消耗token|花费/千次（元）|排名（准确率）|\n|---|---|-----|-----|---|---|---|---|\n"
        + "|商用|云山|甲-pro(new)|92.5%|24s|1188|2.3|1|\n|开源|/|乙-7b|60.0%|/|/|/|2|\n|开源|海港|丙-1b|/%|3s|90|0.0|3|\n\n\n![lin](../pic/识图.png)";

    public const string Family =
        "\n|排名|大模型|机构|输出价格|总分| |教育|推理与数学计算|\n|---|-----|---|-------|---|-|---|-----------|\n"
        + "|1|甲-pro(new)☛[去体验](https://example.org/compare.html?type=proprietary)|云山|8.0元|71.7%| |        64.4%|76.4%|\n"
        + "|2|乙-7b☛[去体验](https://example.org/compare.html?type=open-source)|海港|0.0元|55.3%| |        /|55.8%|\n";

    public const string Score = "\n| 类别 | 大模型                         | score | 排名 |\n|-----|----------|---------|----|\n|商用|文心（百度）|100.0|1|\n|开源|乙-7b(new)|98.9|2|\n|商用|丙|/|3|\n\n![lin](../pic/x.png)\n";
}
