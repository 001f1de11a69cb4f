using Jinbang.Models;
using Jinbang.Tests.House;

namespace Jinbang.Tests.Models.SeedBoard;

/// <summary>The seed board against the catalogue: every model is known, and what it cost is explained or listed in docs/seed-costs.md.</summary>
public sealed class SeedBoardTests
{
    private const string Heading = "| model | ratio | why |\n|---|---|---|\n";
    private static readonly string Page = Path.Combine(Sources.Root, "docs", "seed-costs.md");
    private static readonly Catalogue Shipped = Catalogue.Load(null);

    [Fact]
    public void Every_model_of_the_seed_board_is_known_by_that_name_with_its_house_and_openness()
    {
        var rows = SeedRow.All();
        Assert.Equal(103, rows.Count);
        Assert.Equal(103, rows.Select(row => Shipped.Listed(row.Name)?.Name).Distinct().Count());
        Assert.All(rows, row =>
        {
            var listed = Shipped.Listed(row.Name);
            Assert.Equal(row.Name.Replace("(new)", "", StringComparison.Ordinal), listed?.Name, ignoreCase: true);
            Assert.Equal(row.House, listed!.House, ignoreCase: true);
            Assert.Equal(row.Openness, listed.Openness);
            Assert.NotEmpty(listed.Ids);
        });
    }

    [Fact]
    public async Task What_the_seed_board_s_calls_cost_fits_the_prices_but_for_what_the_page_lists()
    {
        var rows = SeedRow.All();
        var findings = rows.Select(row => SeedCost.Finding(row, Shipped)).OfType<string>().ToList();
        var checkedRows = rows.Count(row => row is { Tokens: not null, CostPerThousand: not null });
        var unpriced = rows.Where(row => SeedCost.IsUnpriced(row, Shipped)).Select(row => Shipped.Listed(row.Name)!.Name).ToList();
        var table = $"{Heading}{string.Join('\n', findings)}\n\n"
            + $"Of {checkedRows} rows with tokens and a cost, {checkedRows - findings.Count - unpriced.Count} fit, {findings.Count} do not, "
            + $"and {unpriced.Count} have no known price: {string.Join(", ", unpriced)}.\n";

        var page = await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken);
        var begin = page.IndexOf(Heading, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("JINBANG_WRITE_SEED_COSTS") == "1")
        {
            await File.WriteAllTextAsync(Page, page[..begin] + table, TestContext.Current.CancellationToken);
        }
        else
        {
            Assert.Equal(table, page[begin..]);
        }
    }
}
