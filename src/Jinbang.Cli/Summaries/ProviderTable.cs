using System.Globalization;
using Jinbang.Models;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Cli.Summaries;

/// <summary>What one call to each provider has shown, for the terminal: a table, and below it what to do.</summary>
internal static class ProviderTable
{
    public static IRenderable Of(ProviderSummary summary, Language language)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (var (heading, isText) in Headings)
        {
            table.AddColumn(isText ? new TableColumn(heading.In(language)) : new TableColumn(heading.In(language)).RightAligned());
        }

        foreach (var line in summary.Providers)
        {
            table.AddRow(Row(line, language));
        }

        var problems = summary.Providers.Select(line => line.Problem).OfType<string>();
        return new Rows([table, .. problems.Select(problem => new Text("· " + Boards.Plain.Text(problem)))]);
    }

    private static (Phrase Heading, bool IsText)[] Headings =>
    [
        (new("Provider", "服务商"), true), (new("Model", "大模型"), true), (new("Key", "密钥"), true), (new("Model replies", "模型可用"), true),
        (new("Seconds", "耗时（秒）"), false), (new("Tokens in+out", "token（入+出）"), false), (new("Yuan", "花费（元）"), false),
    ];

    private static IRenderable[] Row(ProviderLine line, Language language) =>
    [
        Cell.Of(line.Provider),
        Cell.Of(line.Model),
        new Text(Key(line.Key).In(language), line.Key is KeyState.Missing or KeyState.Refused ? Color.Red : Color.Default),
        line.Replied ? new Text(new Phrase("yes", "可用").In(language), Color.Green) : new Text(new Phrase("no", "不可用").In(language), Color.Red),
        Cell.Of(line.Seconds?.ToString("0.00", CultureInfo.InvariantCulture) ?? "/"),
        Cell.Of(line.PromptTokens is null ? "/" : $"{line.PromptTokens}+{line.CompletionTokens}"),
        Cell.Of(line.Yuan?.ToString("0.######", CultureInfo.InvariantCulture) ?? (line.Replied ? new Phrase("unknown", "未知").In(language) : "/")),
    ];

    private static Phrase Key(KeyState key) => key switch
    {
        KeyState.Unknown => new("not known", "未能得知"),
        KeyState.NotNeeded => new("not needed", "不需要"),
        KeyState.Missing => new("missing", "缺失"),
        KeyState.Valid => new("valid", "有效"),
        KeyState.Refused => new("refused", "被拒绝"),
    };
}
