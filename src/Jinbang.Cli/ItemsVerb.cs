using System.CommandLine;
using Jinbang.Boards.Charts;
using Jinbang.Boards.Items;
using Jinbang.Cli.Summaries;
using Jinbang.Exams.Twins;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary><c>jinbang items</c>: says what all models together tell of an exam's questions.</summary>
internal sealed class ItemsVerb
{
    private const int Shown = 50;

    private static readonly Dictionary<string, ItemConcern> Flags =
        Enum.GetValues<ItemConcern>().ToDictionary(flag => ItemWords.Say(flag).English.Replace(' ', '-'));

    private readonly Terminal terminal;
    private readonly SharedOptions shared;
    private readonly Argument<string> exam;
    private readonly Option<bool> all;
    private readonly Option<string[]> flag;
    private readonly Option<string> sort;
    private readonly Option<string> output;
    private readonly Option<string> picture;
    private readonly Option<bool> json;

    private ItemsVerb(Terminal terminal)
    {
        this.terminal = terminal;
        shared = new SharedOptions(terminal);
        exam = terminal.Argument<string>(
            "EXAM", "An exam file, or the id or title of one of the workspace's exams.", "题库文件，或工作目录中某份题库的编号或标题。");
        // The verbs below have an exam of their own.
        exam.Arity = ArgumentArity.ZeroOrOne;
        all = terminal.Option<bool>(
            "--all", $"List every question, not only the first {Shown} with a flag other than everyone.", $"列出所有题目，而不只是前 {Shown} 道有标记的（不算 everyone）。");
        flag = terminal.Option<string[]>("--flag", "List every question with this flag; may be repeated.", "列出所有有此标记的题目，可重复。");
        flag.AcceptOnlyFromAmong([.. Flags.Keys]);
        sort = terminal.Option<string>("--sort", "The order: suspicion (default), difficulty, discrimination or file.", "排序：suspicion（可疑程度，默认）、difficulty（难度）、discrimination（区分度）或 file（题库次序）。");
        sort.AcceptOnlyFromAmong("suspicion", "difficulty", "discrimination", "file");
        output = terminal.Option<string>("--output", "A CSV file to write every question to.", "把所有题目写入此 CSV 文件。");
        picture = terminal.Option<string>("--picture", "An .svg or .png file to draw every question in, by difficulty and discrimination.", "把所有题目按难度和区分度画入此 .svg 或 .png 文件。");
        json = terminal.Option<bool>("--json", "Print everything as JSON, for scripts.", "以 JSON 输出全部内容，供脚本使用。");
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new ItemsVerb(terminal);
        var command = terminal.Command(
            "items",
            "Say of each question how hard it is, whether it tells models apart, and whether its key is suspect.",
            "逐题分析难度、区分度，并指出可疑的答案。",
            verb.exam, verb.all, verb.flag, verb.sort, verb.output, verb.picture, verb.json, verb.shared.ExamLanguage, verb.shared.LeaveOutBad,
            AcceptVerb.Build(terminal), DecisionsVerb.Build(terminal));
        command.SetAction(verb.AnalyseAsync);
        return command;
    }

    private async Task<int> AnalyseAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var workspace = shared.Workspace(words);
        var named = NamedExam.Read(shared, words, workspace, words.GetValue(exam) ?? throw new BadInputException(new(
            "Name an exam: `jinbang items EXAM`.", "请指明题库：`jinbang items EXAM`。")));
        if (!workspace.Ledger.Exists)
        {
            throw SharedOptions.NothingAnswered;
        }

        await using var ledger = workspace.Ledger.Open();
        using var hold = workspace.Ledger.TryHold(TimeSpan.Zero);
        var answered = await Answered.ReadAsync(ledger, named.Exam, keep: hold is not null, cancellationToken);
        if (answered.Standings.Count == 0)
        {
            throw SharedOptions.NothingAnswered;
        }

        var report = ItemReport.Of(answered.Exam, answered.Standings, TwinSearch.Find(answered.Exam, named.Others, cancellationToken));
        if (words.GetValue(output) is { } target)
        {
            await WriteAsync(report, target, named.Path, cancellationToken);
        }

        if (words.GetValue(picture) is { } drawn)
        {
            await PictureFile.WriteAsync(ScorePictures.Of(report, terminal.Language), drawn, named.Path, picture.Name, cancellationToken);
            Tell(drawn);
        }

        Show(report, words);
        return ExitCode.Done;
    }

    private async Task WriteAsync(ItemReport report, string target, string source, CancellationToken cancellationToken)
    {
        await using var file = ResultFile.Open(target, source, output.Name);
        ItemCsv.Write(report, file.Stream);
        await file.CommitAsync(cancellationToken);
        Tell(target);
    }

    private void Tell(string target) => terminal.Tell(new($"Written: {target}", $"已写入：{target}"));

    private void Show(ItemReport report, ParseResult words)
    {
        if (words.GetValue(json))
        {
            terminal.Out.Profile.Out.Writer.WriteLine(SummaryJson.Write(report));
            return;
        }

        var wanted = (words.GetValue(flag) ?? []).Select(name => Flags[name]).ToHashSet();
        var everything = words.GetValue(all);
        var rows = report.Rows.Where(row => wanted.Count > 0 ? row.Flags.Any(wanted.Contains) : everything || row.Flags.Any(flag => flag != ItemConcern.Everyone));
        var shown = rows.InOrder(words.GetValue(sort)).Take(everything || wanted.Count > 0 ? int.MaxValue : Shown).ToList();
        terminal.Out.Write(ItemTable.Of(report, shown, terminal.Language, terminal.Out.Profile.Width));
    }
}
