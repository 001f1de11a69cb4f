using Jinbang.Boards;
using Jinbang.Boards.Editions;
using Jinbang.Boards.Ranks;
using Jinbang.Boards.Rollups;
using Jinbang.Boards.Taxonomies;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Judges;

namespace Jinbang.Workspaces;

/// <summary>Makes the boards of exams from the ledger.</summary>
/// <param name="workspace">What the examinations have in common.</param>
/// <param name="language">The language of boards.</param>
/// <param name="folder">Where editions are kept.</param>
/// <param name="tell">Is told what a reader of the boards must know beforehand; called by one thread at a time.</param>
public sealed class BoardReading(Workspace workspace, Language language, string folder, Action<Phrase> tell)
{
    private readonly Lazy<EditionShelf> editions = new(() => EditionShelf.Open(folder));

    private readonly Lock telling = new();

    /// <summary>Whether boards tell who serves each model.</summary>
    public bool ShowsHosts { get; init; }

    /// <summary>How the intervals of accuracies are made.</summary>
    public IntervalKind Interval { get; init; }

    /// <summary>Is told of each model whose grades on an exam are not kept by the present reader and keys; called by one thread at a time.</summary>
    public Action<Exam, Model> TellUnkept { get; init; } = (_, _) => { };

    /// <summary>The board of everything that the ledger knows of the exam.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="file">The exam.</param>
    /// <param name="keep">Whether renewed grades are kept; not while another program writes the ledger.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<Board> ReadAsync(Ledger ledger, Exam file, bool keep, CancellationToken cancellationToken) =>
        (await ReadAsync(ledger, file, null, keep, cancellationToken))[0];

    /// <summary>The board of everything that the ledger knows of the exam, then those of its strata that a taxonomy has a place for.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="file">The exam.</param>
    /// <param name="taxonomy">The taxonomy; null for no strata.</param>
    /// <param name="keep">Whether renewed grades are kept; not while another program writes the ledger.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<IReadOnlyList<Board>> ReadAsync(Ledger ledger, Exam file, Taxonomy? taxonomy, bool keep, CancellationToken cancellationToken)
    {
        var exam = await Decisions.ApplyAsync(ledger, file, cancellationToken);
        var reviews = await Standings.ReadAsync(ledger, exam, keep, cancellationToken);
        TellOfRenewal(exam, reviews);
        var standings = await Results.AddAsync(ledger, exam, [.. reviews.Select(review => review.After)], keep, cancellationToken);
        var judging = await JudgeReports.ReadAsync(ledger, exam, cancellationToken);
        var isSimulated = standings.Any(standing => standing.Tally.Simulated) || judging?.Judges.Any(judge => judge.IsSimulated) == true;
        var board = new Board(exam.Title, language, BoardRows.Of(standings, workspace.Run.Edition, ShowsHosts))
        {
            // Boards of one exam in two languages are two boards.
            FileName = exam.Language == exam.Languages[0] ? exam.Id : $"{exam.Id}-{exam.Language.Code()}",
            Questions = exam.Questions.Count,
            ExamVersion = ExamVersions.Of(exam),
            Edition = workspace.Run.Edition,
            ChanceLevel = standings.Any(standing => standing.Model.Name == RandomExaminee.Name) ? Chance.Of(exam) : null,
            Notes = [.. isSimulated ? [Simulated] : Array.Empty<Phrase>(), .. DecisionRemark.On(exam), .. AloneRemark.On(standings)],
            Judging = judging,
        };
        var ranked = BoardRanks.On(board, exam, standings, Interval);
        IReadOnlyList<Board> boards = [ranked, .. taxonomy is null ? [] : StratumBoards.Of(ranked, exam, standings, taxonomy.StrataOf(ranked))];
        return workspace.Run.Edition is { } edition ? editions.Value.WithNewModels(boards, edition) : boards;
    }

    /// <summary>A board must not move without a word.</summary>
    private void TellOfRenewal(Exam exam, IReadOnlyList<Review> reviews)
    {
        // Boards are read several at a time.
        using var turn = telling.EnterScope();
        foreach (var review in reviews.Where(review => !review.IsKept))
        {
            TellUnkept(exam, review.After.Model);
        }

        var (renewed, flips) = (reviews.Sum(review => review.Renewed), reviews.Sum(review => review.Flips.Count));
        if (renewed > 0)
        {
            tell(new(
                $"{exam.Title}: {renewed} kept grades were renewed by the present reader and keys; {flips} are worth something else. (`jinbang regrade --dry-run` tells which, if asked before.)",
                $"{exam.Title}：按现在的读取规则和答案重新评分 {renewed} 条，其中得分有变 {flips} 条。（事先运行 `jinbang regrade --dry-run` 可看到是哪些。）"));
        }
    }

    private static Phrase Simulated => new(
        "Some replies come from the simulator: this board says nothing about real models.",
        "部分回复来自模拟器：本榜不反映真实模型的水平。");
}
