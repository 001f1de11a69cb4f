using System.CommandLine;
using System.CommandLine.Parsing;
using Jinbang.Boards;
using Jinbang.Boards.Ranks;
using Jinbang.Runs;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary>Options that say how boards look and in which files they are written.</summary>
internal sealed class LookOptions
{
    private static readonly Dictionary<string, BoardFileKind> FileKinds = new()
    {
        ["md"] = BoardFileKind.Markdown,
        ["csv"] = BoardFileKind.Csv,
        ["json"] = BoardFileKind.Json,
        ["svg"] = BoardFileKind.Svg,
        ["png"] = BoardFileKind.Png,
        ["xlsx"] = BoardFileKind.Xlsx,
        ["parquet"] = BoardFileKind.Parquet,
        ["html"] = BoardFileKind.Html,
    };

    private readonly Terminal terminal;
    private readonly Option<string> style;
    private readonly Option<string> formats;

    public LookOptions(Terminal terminal)
    {
        this.terminal = terminal;
        Show = terminal.Option<string>(
            "--show",
            "What boards name models by: model (default), or host for NAME@PROVIDER.",
            "榜单上如何称呼模型：model（默认），或 host，即 名字@服务商。");
        Show.AcceptOnlyFromAmong("model", "host");
        style = terminal.Option<string>(
            "--style",
            "How pages look: full (default), or seed for the exact form of the public Chinese boards, ranks from 1 to n.",
            "页面样式：full（默认），或 seed，即公开中文榜单的原样表格，名次 1 到 n。");
        style.AcceptOnlyFromAmong("full", "seed");
        Interval = terminal.Option<string>(
            "--interval",
            "Intervals of accuracies: wilson (default), or exact for Clopper and Pearson's, wider and never too narrow.",
            "准确率的区间：wilson（默认），或 exact，即 Clopper–Pearson 区间，较宽但绝不偏窄。");
        Interval.AcceptOnlyFromAmong("wilson", "exact");
        formats = terminal.Option<string>(
            "--formats",
            "Which files to write, with commas: md, csv, json, svg, png, xlsx, parquet, html (default: all but the last two).",
            "写哪些文件，用逗号分隔：md、csv、json、svg、png、xlsx、parquet、html（默认除最后两种外全部）。");
        formats.Validators.Add(RefuseUnknownFormats);
    }

    /// <summary>What models are named by.</summary>
    public Option<string> Show { get; }

    /// <summary>How intervals are made.</summary>
    public Option<string> Interval { get; }

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [Show, style, Interval, formats];

    /// <summary>Boards posted as the command line says, else as the workspace does.</summary>
    public Posting Posting(ParseResult words, Workspace workspace, string folder, BoardView view) => new(terminal, folder)
    {
        Reading = Reading(words, workspace, folder),
        Style = (words.GetValue(style) is { } said ? said == "seed" : workspace.HasSeedStyle) ? BoardStyle.Seed : BoardStyle.Full,
        View = view,
        Formats = words.GetValue(formats) is { } named ? [.. named.Split(',').Select(format => FileKinds[format])] : BoardWriter.Usual,
    };

    /// <summary>Boards made as the command line says, else as the workspace does.</summary>
    /// <param name="words">The command line.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="folder">Where editions are kept.</param>
    public BoardReading Reading(ParseResult words, Workspace workspace, string folder) => new(workspace, terminal.Language, folder, terminal.Tell)
    {
        ShowsHosts = words.GetValue(Show) is { } show ? show == "host" : workspace.ShowsHosts,
        Interval = words.GetValue(Interval) == "exact" ? IntervalKind.Exact : IntervalKind.Wilson,
    };

    private void RefuseUnknownFormats(OptionResult result)
    {
        if (result.Tokens.Count > 0 && result.Tokens[0].Value.Split(',').FirstOrDefault(format => !FileKinds.ContainsKey(format)) is { } unknown)
        {
            var known = string.Join(", ", FileKinds.Keys);
            result.AddError(terminal.Say($"\"{unknown}\" is no format of boards; there are {known}.", $"没有“{unknown}”这种榜单格式；可用：{known}。"));
        }
    }
}
