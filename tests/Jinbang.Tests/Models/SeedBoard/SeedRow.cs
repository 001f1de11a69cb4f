using System.Globalization;
using Jinbang.Models;

namespace Jinbang.Tests.Models.SeedBoard;

/// <summary>A row of the seed board: a model as that board names it, with what it used and cost.</summary>
/// <param name="Openness">商用 or 开源.</param>
/// <param name="House">Who made it.</param>
/// <param name="Name">Its name, with the mark "(new)" where it has one.</param>
/// <param name="Tokens">Mean tokens of a call; null for "/".</param>
/// <param name="CostPerThousand">Yuan of a thousand calls, rounded to tenths; null for "/".</param>
internal sealed record SeedRow(Openness Openness, string House, string Name, int? Tokens, decimal? CostPerThousand)
{
    /// <summary>All rows, in the board's order; skips the test where the board is absent.</summary>
    public static IReadOnlyList<SeedRow> All() => [.. File.ReadLines(SharedData.Path("reference/rele-board.md"))
        .Select(line => line.Split('|'))
        .Where(cells => cells is [_, "商用" or "开源", ..])
        .Select(cells => new SeedRow(
            cells[1] == "开源" ? Openness.Open : Openness.Commercial, cells[2], cells[3], (int?)Number(cells[6]), Number(cells[7])))];

    private static decimal? Number(string cell) =>
        decimal.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
