using System.Globalization;
using Jinbang.Runs.Prices;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Cli.Summaries;

/// <summary>What computing kept costs anew came to, as a table for the terminal, with the prices below.</summary>
internal static class RepriceTable
{
    private static readonly Phrase[] Counts =
        [new("Changed", "改动"), new("Same", "不变"), new("Told", "服务商告知"), new("Unknown", "未知"), new("Yuan was", "原花费（元）"), new("Yuan now", "现花费（元）")];

    public static IRenderable Of(RepriceSummary summary, Language language)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        table.AddColumn(new Phrase("Model", "大模型").In(language));
        foreach (var heading in Counts)
        {
            table.AddColumn(new TableColumn(heading.In(language)).RightAligned());
        }

        foreach (var move in summary.Models)
        {
            table.AddRow(
                Cell.Of(Name(move).In(language)), Cell.Of(move.Changed), Cell.Of(move.Same), Cell.Of(move.Told), Cell.Of(move.Unknown),
                Cell.Of(Figure(move.Before)), Cell.Of(Figure(move.After)));
        }

        return new Rows([table, .. summary.Models.GroupBy(move => move.By).Select(same => Price(same.Key, same, language))]);
    }

    private static Text Price(string? mark, IEnumerable<CostMove> moves, Language language)
    {
        var names = moves.Select(Name).ToList();
        var (english, chinese) = (string.Join(", ", names.Select(name => name.English)), string.Join("、", names.Select(name => name.Chinese)));
        var sentence = mark is null
            ? new Phrase($"Price unknown, so left as it is: {english}", $"价格未知，保持不变：{chinese}")
            : new Phrase($"By {mark}: {english}", $"按 {mark}：{chinese}");
        return new Text("· " + sentence.In(language), new Style(Color.Grey));
    }

    private static Phrase Name(CostMove move) =>
        move.IsJudge ? new($"{move.Model} (judge)", $"{move.Model}（评判）") : new(move.Model, move.Model);

    private static string Figure(decimal yuan) => yuan.ToString("0.00##", CultureInfo.InvariantCulture);
}
