using System.CommandLine;
using Jinbang.Boards.Charts;
using Jinbang.Boards.Editions;
using Jinbang.Cli.Summaries;

namespace Jinbang.Cli;

/// <summary><c>jinbang editions</c>: lists what was published, and tells what changed from one edition to another.</summary>
internal sealed class EditionsVerb
{
    private readonly Terminal terminal;
    private readonly SharedOptions shared;
    private readonly Option<bool> json;
    private readonly Argument<string> version;
    private readonly Argument<string> from;
    private readonly Argument<string> to;
    private readonly Argument<string> board;
    private readonly Argument<string> picture;

    private EditionsVerb(Terminal terminal)
    {
        this.terminal = terminal;
        shared = new SharedOptions(terminal);
        json = terminal.Option<bool>("--json", "Print it as JSON, for scripts.", "以 JSON 输出，供脚本使用。");
        version = terminal.Argument<string>("VERSION", "The edition (default: the latest).", "版次（默认最新）。");
        from = terminal.Argument<string>("FROM", "The earlier edition (default: the one before TO).", "较早的版次（默认为 TO 的前一版）。");
        to = terminal.Argument<string>("TO", "The later edition (default: the latest).", "较晚的版次（默认最新）。");
        board = terminal.Argument<string>("BOARD", "A board's file name or title.", "榜单的文件名或标题。");
        picture = terminal.Argument<string>("FILE", "An .svg or .png file.", ".svg 或 .png 文件。");
        (version.Arity, from.Arity, to.Arity) = (ArgumentArity.ZeroOrOne, ArgumentArity.ZeroOrOne, ArgumentArity.ZeroOrOne);
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new EditionsVerb(terminal);
        var show = terminal.Command("show", "List the boards of an edition.", "列出一个版次的榜单。", verb.version, verb.shared.Output);
        var diff = terminal.Command(
            "diff", "Tell what changed between two editions: models, ranks, grades, questions, prices.", "比较两个版次：模型、名次、评分、题目、价格。",
            verb.from, verb.to, verb.shared.Output, verb.json);
        var draw = terminal.Command(
            "draw", "Draw the accuracies of a board's models over all editions.", "画出一张榜上各模型历期的准确率。", verb.board, verb.picture, verb.shared.Output);
        var command = terminal.Command(
            "editions", "List the editions that were published, or compare two.", "列出已发布的版次，或比较两个版次。", show, diff, draw, verb.shared.Output, verb.json);
        command.SetAction(verb.List);
        show.SetAction(verb.Show);
        diff.SetAction(verb.Compare);
        draw.SetAction(verb.DrawAsync);
        return command;
    }

    private int List(ParseResult words)
    {
        var shelf = Open(words);
        var summary = new EditionSummary([.. shelf.All.Select(edition => EditionLine.Of(shelf.Before(edition.Version), edition)).Reverse()]);
        if (words.GetValue(json))
        {
            terminal.Out.Profile.Out.Writer.WriteLine(SummaryJson.Write(summary));
        }
        else
        {
            terminal.Out.Write(EditionTable.Of(summary, terminal.Language));
        }

        return ExitCode.Done;
    }

    private int Show(ParseResult words)
    {
        terminal.Out.Write(EditionTable.Of(Find(Open(words), words.GetValue(version)), terminal.Language));
        return ExitCode.Done;
    }

    private int Compare(ParseResult words)
    {
        var shelf = Open(words);
        var later = Find(shelf, words.GetValue(to));
        var earlier = words.GetValue(from) is { } named ? Find(shelf, named) : shelf.Before(later.Version);
        var diff = EditionDiff.Of(earlier, later);
        terminal.Out.Profile.Out.Writer.WriteLine(words.GetValue(json) ? SummaryJson.Write(diff) : ChangeSection.Of(diff, terminal.Language).TrimEnd('\n'));
        return ExitCode.Done;
    }

    private async Task<int> DrawAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var histories = ScoreHistory.Of(Open(words).All);
        var (wanted, target) = (words.GetRequiredValue(board), words.GetRequiredValue(picture));
        var history = histories.FirstOrDefault(one => one.File == wanted) ?? histories.FirstOrDefault(one => one.Title == wanted) ?? throw new BadInputException(new(
            $"No edition has a board {wanted}; there are {string.Join(", ", histories.Select(one => one.File))}.",
            $"任何版次都没有榜单 {wanted}；已有 {string.Join("、", histories.Select(one => one.File))}。"));
        await PictureFile.WriteAsync(ScorePictures.Of(history, terminal.Language), target, FolderOf(words), picture.Name, cancellationToken);
        terminal.Tell(new($"Written: {target}", $"已写入：{target}"));
        return ExitCode.Done;
    }

    private EditionShelf Open(ParseResult words) => EditionShelf.Open(FolderOf(words)) is { All.Count: > 0 } shelf ? shelf : throw new BadInputException(new(
        "No edition was published from this folder yet.", "本目录尚未发布过任何版次。"));

    private string FolderOf(ParseResult words)
    {
        var workspace = shared.Workspace(words);
        return words.GetValue(shared.Output) ?? workspace.Locate(workspace.Boards);
    }

    private static EditionManifest Find(EditionShelf shelf, string? version) => version is null ? shelf.All[^1] : shelf.Find(version) ?? throw new BadInputException(new(
        $"There is no edition {version}; there are {string.Join(", ", shelf.All.Select(edition => edition.Version))}.",
        $"没有版次 {version}；已有 {string.Join("、", shelf.All.Select(edition => edition.Version))}。"));
}
