using System.Text;
using Jinbang.Boards;
using Jinbang.Boards.Cuts;
using Jinbang.Boards.Formats;
using Jinbang.Boards.Rollups;
using Jinbang.Models;
using Jinbang.Tests.Boards.Rollups;

namespace Jinbang.Tests.Boards.Cuts;

public sealed class CutTests
{
    private static readonly Board All = new("总分", Language.Chinese, Board.Ranked(
    [
        Model("dear", 0.9, 31.9m, Openness.Commercial, null) with { LikelyRank = new(1, 2) },
        Model("middle", 0.8, 5, Openness.Open, 20),
        Model("small", 0.7, 0.5m, Openness.Open, 4),
        Model("unpriced", 0.6, null, Openness.Unknown, null),
    ]));

    [Fact]
    public void A_cut_ranks_its_rows_among_each_other_and_tells_how_many_are_unknown()
    {
        var cut = Cut.Where("output-price <= 5").Of(All);

        Assert.Equal([(1, "middle"), (2, "small")], cut.Rows.Select(row => (row.Rank, row.Model)));
        Assert.Equal("Only rows with output-price <= 5: 2 of 4; 1 left out because that is unknown of them", cut.Notes[^1].English);
        Assert.Equal("总分·output-price ＜= 5", cut.FileName);
    }

    [Fact]
    public void Conditions_that_differ_make_files_that_differ()
    {
        var texts = new[] { "cost < 1", "cost > 1", "cost <= 1", new string('x', 60), new string('x', 59) + "y" }.Select(text => text.Length > 50 ? $"model = {text}" : text);
        Assert.Equal(5, texts.Select(text => FileNames.For(Cut.Where(text).Of(All).FileName)).Distinct().Count());
    }

    [Theory]
    [InlineData(CutKind.Price, "dear middle||small")]
    [InlineData(CutKind.Size, "small|middle|")]
    [InlineData(CutKind.Open, "dear|middle small")]
    [InlineData(CutKind.House, "dear middle small unpriced")]
    [InlineData(CutKind.New, "")]
    public void Bands_divide_the_models(CutKind kind, string rows) =>
        Assert.Equal(rows, string.Join('|', Bands.Of(kind, All).Select(band => string.Join(' ', band.Of(All).Rows.Select(row => row.Model)))));

    [Fact]
    public void A_family_of_models_prints_in_the_public_form()
    {
        IReadOnlyList<Board> priced = [.. SmallFamily.Exams.Select(exam => exam with { Rows = [.. exam.Rows.Select(row => row with { Coverage = null, Price = Priced(8), House = "某厂" })] })];
        var total = Rollup.Of(SmallFamily.Taxonomy, priced, SmallFamily.Seed with { PartDepth = 2 })[0];

        using var page = new MemoryStream();
        new FamilyMarkdownFormat().Write(Bands.Of(CutKind.Price, total)[0].Of(total) with { Notes = [] }, page);

        Assert.Equal(
            """
            ##### 总分·输出价格5元及以上
            |排名|大模型|机构|输出价格|总分| |教育|法律|推理|语言|智能体|
            |---|-----|---|-------|---|-|---|---|---|---|---|
            |1|first|某厂|8.0元|60.9%| |93.8%|75.0%|50.0%|62.5%|40.0%|
            |2|second|某厂|8.0元|52.5%| |50.0%|/%|80.0%|60.0%|52.8%|

            """.ReplaceLineEndings("\n"),
            Encoding.UTF8.GetString(page.ToArray()));
    }

    private static BoardRow Model(string name, double accuracy, decimal? price, Openness openness, decimal? size) => new(name)
    {
        House = "某厂",
        Accuracy = accuracy,
        Price = price is { } yuan ? Priced(yuan) : null,
        Openness = openness,
        Facts = new ModelFacts { Parameters = size },
    };

    private static Price Priced(decimal output) =>
        new(1, output, "CNY", new DateOnly(2025, 8, 1), "x") { Exchange = new ExchangeRate("CNY", 1, new DateOnly(2025, 8, 1), "y") };
}
