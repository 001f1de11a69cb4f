using System.Globalization;
using Jinbang.Runs.Planning;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Cli.Summaries;

/// <summary>What a run would take, as a table for the terminal: the likely figure, and below it the range.</summary>
internal static class PlanTable
{
    /// <summary>The table with what must be known about it below.</summary>
    public static IRenderable Of(PlanSummary plan, Language language)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (var (heading, isText) in Headings)
        {
            table.AddColumn(isText ? new TableColumn(heading.In(language)) : new TableColumn(heading.In(language)).RightAligned());
        }

        foreach (var line in plan.Models)
        {
            table.AddRow(Row(line, language));
        }

        if (plan.Models.Count > 1)
        {
            table.AddEmptyRow().AddRow(Total(plan, language));
        }

        return new Rows([table, .. PlanAdvice.On(plan).Select(remark => new Text("· " + remark.In(language), new Style(Color.Grey)))]);
    }

    private static (Phrase Heading, bool IsText)[] Headings =>
    [
        (new("Model", "大模型"), true),
        (new("To ask", "待问"), false),
        (new("Prompt tokens", "提示 token"), false),
        (new("Reply tokens", "回复 token"), false),
        (new("Yuan", "花费（元）"), false),
        (new("Minutes", "分钟"), false),
    ];

    private static IRenderable[] Row(PlanLine line, Language language) =>
    [
        Cell.Of(line.IsJudge ? new Phrase($"{line.Model} (judge)", $"{line.Model}（评判）").In(language) : line.Model),
        Calls(line.Calls, language),
        Tokens(line.PromptTokens, language),
        Tokens(line.CompletionTokens, language),
        Ranged(line.Yuan, Yuan),
        Ranged(line.Minutes, Minutes),
    ];

    private static IRenderable[] Total(PlanSummary plan, Language language)
    {
        Estimate? Sum(Func<PlanLine, Estimate?> figure) =>
            plan.Models.Select(figure).OfType<Estimate>().Aggregate(default(Estimate), (sum, next) => sum + next);
        return
        [
            new Text(new Phrase("All together", "合计").In(language), new Style(decoration: Decoration.Bold)),
            Calls(Sum(line => line.Calls)!.Value, language),
            Tokens(Sum(line => line.PromptTokens), language),
            Tokens(Sum(line => line.CompletionTokens), language),
            Ranged(plan.Yuan, Yuan),
            Ranged(plan.Minutes, Minutes),
        ];
    }

    private static Text Calls(Estimate calls, Language language) =>
        Ranged(calls, figure => figure < 10_000 ? figure.ToString("#,0", CultureInfo.InvariantCulture) : Short(figure, language));

    private static Text Tokens(Estimate? tokens, Language language) => Ranged(tokens, figure => Short(figure, language));

    private static Text Ranged(Estimate? estimate, Func<double, string> figure)
    {
        if (estimate is not { } known)
        {
            return new Text("?");
        }

        var (low, likely, high) = (figure(known.Low), figure(known.Likely), figure(known.High));
        return new Text(low == likely && likely == high ? likely : $"{likely}\n{low}–{high}");
    }

    private static string Yuan(double yuan) => yuan switch
    {
        0 => "0",
        < 0.001 => "<0.001",
        < 0.1 => yuan.ToString("0.000", CultureInfo.InvariantCulture),
        < 10 => yuan.ToString("0.00", CultureInfo.InvariantCulture),
        < 100 => yuan.ToString("0.0", CultureInfo.InvariantCulture),
        _ => yuan.ToString("#,0", CultureInfo.InvariantCulture),
    };

    private static string Minutes(double minutes) => minutes switch
    {
        0 => "0",
        < 0.1 => "<0.1",
        < 10 => minutes.ToString("0.0", CultureInfo.InvariantCulture),
        _ => minutes.ToString("#,0", CultureInfo.InvariantCulture),
    };

    /// <summary>Two or three digits are all that a prediction can tell.</summary>
    private static string Short(double figure, Language language)
    {
        var (unit, sign) = language switch
        {
            Language.English => figure >= 999_500 ? (1e6, "M") : figure >= 1_000 ? (1e3, "k") : (1, ""),
            Language.Chinese => figure >= 99_950_000 ? (1e8, "亿") : figure >= 10_000 ? (1e4, "万") : (1, ""),
        };
        var units = figure / unit;
        return units.ToString(sign.Length == 0 ? "#,0" : units < 9.95 ? "0.0" : "0", CultureInfo.InvariantCulture) + sign;
    }
}
