using System.CommandLine;
using Jinbang.Boards;
using Jinbang.Boards.Published;
using Jinbang.Exams;
using Jinbang.Runs;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary><c>jinbang board</c>: posts boards again from what the ledger holds, asking nobody.</summary>
internal sealed class BoardVerb
{
    private readonly Terminal terminal;
    private readonly SharedOptions shared;
    private readonly ViewOptions view;
    private readonly FamilyOptions family;
    private readonly Argument<string[]> named;
    private readonly Option<string> published;

    private BoardVerb(Terminal terminal)
    {
        this.terminal = terminal;
        shared = new SharedOptions(terminal);
        view = new ViewOptions(terminal, shared);
        family = new FamilyOptions(terminal);
        named = terminal.Argument<string[]>(
            "EXAM", "Exams by file, id or title, or published boards by title or file (default: all exams).", "题库（文件、编号或标题）或已导入的公布榜单（标题或文件名）；默认所有题库。");
        named.Arity = ArgumentArity.ZeroOrMore;
        published = terminal.Option<string>(
            "--published",
            "Imported figures of others: beside shows them among our own rows, marked and without a rank; only shows nothing else.",
            "导入的他人公布数据：beside 与本榜并列显示（带标记、不参与名次）；only 只显示它们。");
        published.AcceptOnlyFromAmong("beside", "only");
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new BoardVerb(terminal);
        var shared = verb.shared;
        var command = terminal.Command(
            "board",
            "Post the boards again from what is already answered, asking nobody.",
            "用已有作答重新张榜，不调用任何模型。",
            [verb.named, shared.Exams, shared.ExamLanguage, shared.LeaveOutBad, shared.Output, shared.Edition, .. shared.Look.All, verb.published, .. verb.view.All, .. verb.family.All, shared.Json]);
        command.SetAction(verb.PostAsync);
        return command;
    }

    private async Task<int> PostAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var workspace = shared.Workspace(words);
        await using var ledger = workspace.Ledger.Open();
        using var hold = workspace.Ledger.TryHold(TimeSpan.Zero);
        var posting = shared.Posting(words, workspace, view.View(words));
        var names = words.GetValue(named) ?? [];
        var taxonomy = family.Taxonomy(words, workspace);
        var boards = new List<Board>();
        var found = new HashSet<string>();
        var place = PlaceOf(words.GetValue(published));
        var exams = place == PublishedPlace.Alone ? [] : ReadExams(words, workspace, names);
        var read = await InParallel.SelectAsync(
            exams, (known, cancellation) => posting.Reading.ReadAsync(ledger, known.Exam, taxonomy, keep: hold is not null, cancellation), cancellationToken);
        foreach (var ((name, exam), own) in exams.Zip(read))
        {
            if (own[0].Rows.Count > 0)
            {
                boards.AddRange([await BesideAsync(new PublishedShelf(ledger), exam, own[0], place, cancellationToken), .. own.Skip(1)]);
                found.Add(name);
            }
        }

        boards.AddRange(await ApartAsync(new PublishedShelf(ledger), names.Where(name => !found.Contains(name)), boards.Count == 0 && names.Length == 0, cancellationToken));
        posting.Post(boards.Count > 0 ? family.Family(words, workspace, taxonomy, boards) : throw SharedOptions.NothingAnswered, words.GetValue(shared.Json));
        return ExitCode.Done;
    }

    /// <summary>The exams that are meant, each with the name that means it.</summary>
    private List<(string Name, Exam Exam)> ReadExams(ParseResult words, Workspace workspace, string[] names)
    {
        var files = names.Where(IsExamFile).ToList();
        var exams = names.Length > files.Count || names.Length == 0
            ? shared.ReadExams(words, workspace, shared.Language(words) ?? workspace.Language, everyLanguage: true).ToList()
            : [];
        var meant = names.Length == 0
            ? exams.Select(exam => (exam.Id, exam))
            : exams.SelectMany(exam => names.Where(name => name == exam.Id || name == exam.Title).Select(name => (name, exam)));
        return [.. meant, .. files.SelectMany(file => shared.ReadExams(words, workspace, shared.Language(words) ?? workspace.Language, everyLanguage: true, file).Select(exam => (file, exam)))];
    }

    private static bool IsExamFile(string name) => File.Exists(name) && Path.GetExtension(name) != ".md";

    private async Task<Board> BesideAsync(PublishedShelf shelf, Exam exam, Board board, PublishedPlace place, CancellationToken cancellationToken)
    {
        var known = await shelf.FindAsync(exam.Title, cancellationToken);
        known = known.Count > 0 ? known : await shelf.FindAsync(exam.Id, cancellationToken);
        if (known.Count > 0 && place == PublishedPlace.Apart)
        {
            terminal.Tell(new(
                $"{board.Title}: others' figures were imported; --published beside shows them among these.",
                $"{board.Title}：有导入的他人公布数据；--published beside 可并列显示。"));
        }

        return known.Count > 0 && place == PublishedPlace.Beside ? PublishedRows.Beside(board, known) : board;
    }

    private static async Task<IReadOnlyList<Board>> ApartAsync(PublishedShelf shelf, IEnumerable<string> names, bool all, CancellationToken cancellationToken)
    {
        var boards = new List<Board>();
        foreach (var name in names)
        {
            boards.AddRange(await shelf.FindAsync(name, cancellationToken) is { Count: > 0 } known ? known : throw new BadInputException(new(
                $"Nothing was answered or imported that is called {name}. `jinbang board` without names posts all there is.",
                $"没有名为 {name} 的作答或导入的榜单。不带名称的 `jinbang board` 会列出全部。")));
        }

        return all ? await shelf.FindAsync(null, cancellationToken) : boards;
    }

    private static PublishedPlace PlaceOf(string? word) => word switch
    {
        "beside" => PublishedPlace.Beside,
        "only" => PublishedPlace.Alone,
        _ => PublishedPlace.Apart,
    };
}
