using System.CommandLine;
using System.CommandLine.Parsing;
using Jinbang.Boards;
using Jinbang.Exams;
using Jinbang.Runs;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary>Options that several verbs take, and what they mean.</summary>
internal sealed class SharedOptions
{
    private readonly Terminal terminal;

    public SharedOptions(Terminal terminal)
    {
        this.terminal = terminal;
        Exams = terminal.Option<string[]>(
            "--exam",
            "An exam file, or the name of one of jinbang.yaml's without its ending; may be repeated (default: those of jinbang.yaml, else the samples).",
            "题库文件，或 jinbang.yaml 中某份题库不带扩展名的文件名，可重复（默认用 jinbang.yaml 中的，否则用示例题库）。");
        ExamLanguage = terminal.Option<string>(
            "--exam-language",
            "Language that bilingual exams are asked in: zh or en.",
            "双语题库用哪种语言提问：zh 或 en。");
        ExamLanguage.AcceptOnlyFromAmong("zh", "en");
        LeaveOutBad = terminal.Option<bool>(
            "--leave-out-bad",
            "Leave out questions that have errors instead of refusing the exam.",
            "剔除有错误的题目，而不是拒绝整份题库。");
        Output = terminal.Option<string>(
            "--output",
            "Where boards are written (default: boards).",
            "榜单写到哪里（默认 boards）。");
        Edition = terminal.Option<string>(
            "--edition",
            "The boards' edition; models first seen in it are marked new.",
            "榜单版次；本版首次出现的模型标 new。");
        Look = new LookOptions(terminal);
        Json = terminal.Option<bool>(
            "--json",
            "Print the boards as JSON, for scripts.",
            "以 JSON 输出榜单，供脚本使用。");
    }

    /// <summary>What to throw when the ledger holds nothing on the exams that are meant.</summary>
    public static BadInputException NothingAnswered => new(new(
        "Nothing was answered yet in this folder on these exams: use run or import first.",
        "本目录中还没有对这些题库的作答：请先用 run 或 import。"));

    public Option<string[]> Exams { get; }

    public Option<string> ExamLanguage { get; }

    public Option<bool> LeaveOutBad { get; }

    public Option<string> Output { get; }

    public Option<string> Edition { get; }

    public LookOptions Look { get; }

    public Option<bool> Json { get; }

    /// <summary>The workspace of the current folder, with what the command line says over it.</summary>
    /// <exception cref="BadInputException">Its file cannot be used.</exception>
    public Workspace Workspace(ParseResult words)
    {
        var workspace = Surroundings.Workspace(terminal.Folder);
        return words.GetValue(Edition) is { } edition
            ? workspace with { Run = workspace.Run with { Edition = edition } }
            : workspace;
    }

    /// <summary>The exams that the command line, the workspace or the samples name.</summary>
    /// <param name="words">The command line.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="language">The language to read them in; null for each exam's first.</param>
    /// <param name="everyLanguage">Whether to read each exam in all its languages when none is asked for.</param>
    /// <param name="file">The one file to read instead; null for those.</param>
    /// <exception cref="BadInputException">One cannot be used.</exception>
    public IReadOnlyList<Exam> ReadExams(ParseResult words, Workspace workspace, Language? language, bool everyLanguage = false, string? file = null) =>
        new ExamShelf(workspace) { LeavesOutBad = words.GetValue(LeaveOutBad) }.Read(file is not null ? [file] : ExamFiles(words, workspace), language, everyLanguage);

    /// <summary>The exam files that the command line, the workspace or the samples name.</summary>
    public IReadOnlyList<string> ExamFiles(ParseResult words, Workspace workspace)
    {
        var shelf = new ExamShelf(workspace);
        return words.GetValue(Exams) is { Length: > 0 } named ? [.. named.Select(shelf.FileOf)] : shelf.Files;
    }

    /// <summary>One exam, in the language of the command line.</summary>
    /// <exception cref="BadInputException">It cannot be used.</exception>
    public Exam ReadExam(ParseResult words, string path) =>
        ExamReader.ReadForUse(path, Language(words), words.GetValue(LeaveOutBad));

    /// <summary>The exam language that the command line names, or null.</summary>
    public Language? Language(ParseResult words) =>
        words.GetValue(ExamLanguage) is { } code ? Languages.Parse(code) : null;

    /// <summary>Where and how boards are posted, with the rows that are shown.</summary>
    /// <exception cref="BadInputException">Nothing can be written there.</exception>
    public Posting Posting(ParseResult words, Workspace workspace, BoardView? view = null) =>
        Look.Posting(words, workspace, WritableFolder.Make(words.GetValue(Output) ?? workspace.Locate(workspace.Boards)), view ?? new());

    /// <summary>How boards are read, where none are written.</summary>
    public BoardReading Reading(ParseResult words, Workspace workspace) => Look.Reading(words, workspace, workspace.Locate(workspace.Boards));

    /// <summary>Refuses counts below one.</summary>
    public void AtLeastOne(OptionResult result)
    {
        if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var count) && count < 1)
        {
            result.AddError(terminal.Say($"{result.Option.Name} must be at least 1.", $"{result.Option.Name} 至少为 1。"));
        }
    }

    /// <summary>Refuses numbers below zero.</summary>
    public void NotNegative(OptionResult result)
    {
        if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var number) && number < 0)
        {
            result.AddError(terminal.Say($"{result.Option.Name} must not be negative.", $"{result.Option.Name} 不能为负。"));
        }
    }
}
