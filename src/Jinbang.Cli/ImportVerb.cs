using System.CommandLine;
using Jinbang.Boards.Published;
using Jinbang.Exams;
using Jinbang.Runs;
using Jinbang.Runs.Logs;
using Jinbang.Runs.Logs.Matrices;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary><c>jinbang import</c>: takes answers that someone already paid for, or a board that others published, and posts the board.</summary>
internal sealed class ImportVerb
{
    private readonly Terminal terminal;
    private readonly Argument<string> log;
    private readonly Option<string> exam;
    private readonly Option<string> model;
    private readonly Option<string> items;
    private readonly Option<string> title;
    private readonly Option<string> source;
    private readonly Option<int?> questions;
    private readonly Option<string> score;
    private readonly SharedOptions shared;
    private readonly ViewOptions view;

    private ImportVerb(Terminal terminal)
    {
        this.terminal = terminal;
        shared = new SharedOptions(terminal);
        view = new ViewOptions(terminal, shared);
        log = terminal.Argument<string>(
            "FILE",
            "A log: CSV or JSONL with model, question_id, picked (or reply), and, where known, prompt_tokens, completion_tokens, seconds. Or a published board: a Markdown page, CSV or JSON. Or a matrix of who got which item right.",
            "作答记录：CSV 或 JSONL，含 model、question_id、picked（或 reply），以及可选的 prompt_tokens、completion_tokens、seconds；或公布的榜单：Markdown 页、CSV 或 JSON；或各模型逐题对错的矩阵。");
        exam = terminal.Option<string>("--exam", "The exam that was sat; needed for logs.", "所考的题库；导入作答记录时必需。");
        model = terminal.Option<string>(
            "--model",
            "The model's name, for logs that do not give one.",
            "记录中没有模型名时，用它作为模型名。");
        items = terminal.Option<string>("--items", "Of a response matrix model,responses: the CSV of its items.", "作答矩阵 model,responses：题目的 CSV 文件。");
        title = terminal.Option<string>("--title", "Of a board: its title, such as that of the exam it is to be shown beside.", "榜单：其标题，例如要与之并列的题库的标题。");
        source = terminal.Option<string>("--source", "Of a board: the address where it was published.", "榜单：公布它的网址。");
        questions = terminal.Option<int?>("--questions", "Of a board: how many questions it rests on, where known; then accuracies get intervals.", "榜单：已知的题目数；给出后准确率带区间。");
        questions.Validators.Add(shared.AtLeastOne);
        score = terminal.Option<string>("--score", "Of a CSV with several columns of scores: the heading of the one to rank by.", "含多列得分的 CSV：按哪一列排名（列名）。");
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new ImportVerb(terminal);
        var command = terminal.Command(
            "import",
            "Take replies from a log, or a board that others published, and post the board, asking nobody.",
            "从记录导入作答，或导入他人公布的榜单，并张榜，不调用任何模型。",
            [verb.log, verb.exam, verb.model, verb.items, verb.title, verb.source, verb.questions, verb.score, verb.shared.ExamLanguage, verb.shared.LeaveOutBad,
            verb.shared.Output, verb.shared.Edition, .. verb.shared.Look.All, .. verb.view.All, verb.shared.Json]);
        command.SetAction(verb.ImportAsync);
        return command;
    }

    private Task<int> ImportAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var path = words.GetValue(log)!;
        return words.GetValue(exam) is { } paper
            ? ImportLogAsync(words, shared.ReadExam(words, paper), [.. ReplyLog.Read(path, words.GetValue(model))], cancellationToken)
            : ResponseMatrix.Read(path, words.GetValue(items)) is { } matrix
            ? ImportLogAsync(words, StandIn(words, matrix), matrix.Replies(), cancellationToken)
            : ImportBoardAsync(words, cancellationToken);
    }

    /// <summary>The exam that stands in for a matrix's questions, in a file that other verbs read too.</summary>
    /// <exception cref="BadInputException">There is another exam of its name.</exception>
    private Exam StandIn(ParseResult words, ResponseMatrix matrix)
    {
        var file = Path.Combine(shared.Workspace(words).Locate("exams"), matrix.Name + ".csv");
        var text = matrix.WriteExam();
        if (File.Exists(file) && File.ReadAllText(file) != text)
        {
            throw new BadInputException(new(
                $"{file} would stand in for the questions of the matrix, but holds another exam. Rename one of the two.",
                $"{file} 应存放代替该矩阵题目的题库，但已是另一份题库。请改名。"));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        terminal.Tell(new(
            $"The questions, whose texts are not given, are stood in for by {file}: name it to board, items and compare.",
            $"题目没有原文，由 {file} 代替；board、items、compare 等命令请用它作题库。"));
        return shared.ReadExam(words, file);
    }

    private async Task<int> ImportBoardAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var workspace = shared.Workspace(words);
        var text = PublishedText.Open(words.GetValue(log)!);
        using var hold = LedgerLock.Take(workspace);
        await using var ledger = workspace.Ledger.Open();
        var settings = new PublishedSettings { Title = words.GetValue(title), Questions = words.GetValue(questions), Score = words.GetValue(score) };
        var added = await new PublishedShelf(ledger).AddAsync(text, settings, words.GetValue(source), TimeProvider.System.GetUtcNow(), cancellationToken);
        foreach (var (_, news) in added)
        {
            terminal.Tell(news);
        }

        shared.Posting(words, workspace, view.View(words)).Post([.. added.Select(board => board.Board)], words.GetValue(shared.Json));
        return ExitCode.Done;
    }

    private async Task<int> ImportLogAsync(ParseResult words, Exam paper, IReadOnlyList<LoggedReply> replies, CancellationToken cancellationToken)
    {
        var workspace = shared.Workspace(words);
        var path = words.GetValue(log)!;
        using var roster = new Roster(workspace, terminal.Tell, TimeProvider.System);
        using var hold = LedgerLock.Take(workspace);
        await using var ledger = workspace.Ledger.Open();
        var remarks = await Import.RecordAsync(
            paper, replies, Path.GetFileName(path), roster.Describe, ledger, workspace.Run.Edition, TimeProvider.System, cancellationToken);
        foreach (var remark in remarks)
        {
            terminal.Tell(remark);
        }

        var posting = shared.Posting(words, workspace, view.View(words));
        posting.Post([await posting.Reading.ReadAsync(ledger, paper, keep: true, cancellationToken)], words.GetValue(shared.Json));
        return ExitCode.Done;
    }
}
