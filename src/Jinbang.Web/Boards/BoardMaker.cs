using System.Collections.Concurrent;
using Jinbang.Boards;
using Jinbang.Boards.Rollups;
using Jinbang.Boards.Taxonomies;
using Jinbang.Runs;
using Jinbang.Web.Workspaces;
using Jinbang.Workspaces;

namespace Jinbang.Web.Boards;

/// <summary>Makes the boards of a workspace as the command line does, to be kept.</summary>
/// <param name="open">The workspace.</param>
internal sealed class BoardMaker(OpenWorkspace open)
{
    private readonly RowPool pool = new();
    private readonly ConcurrentDictionary<Phrase, bool> told = new();
    private readonly ConcurrentDictionary<UnkeptGrades, bool> unkept = new();
    private volatile Ways? ways;

    /// <summary>What readers of the boards must know beforehand.</summary>
    public IReadOnlyCollection<Phrase> Told => [.. told.Keys];

    /// <summary>Whose grades were made anew for boards, an exam's together.</summary>
    public IReadOnlyCollection<UnkeptGrades> Unkept => [.. unkept.Keys.OrderBy(one => one.Exam, StringComparer.Ordinal).ThenBy(one => one.Language)];

    /// <summary>What boards are made from besides the ledger and their exam: another text once that has changed.</summary>
    public string State
    {
        get
        {
            var workspace = open.Workspace;
            string?[] files = [TaxonomyOf(workspace), workspace.Catalogue is { } own ? workspace.Locate(own) : null, workspace.Fx is { } rates ? workspace.Locate(rates) : null];
            return string.Join('|', [workspace.Run.Edition, .. files.Select(file => file is null ? null : $"{file} {RestingFile.MarkOf(file)}")]);
        }
    }

    /// <summary>What roll-ups are made from besides boards.</summary>
    public string RollupState => string.Join<Exclusion>('|', open.Workspace.Exclusions);

    /// <summary>How exams are grouped, as the file says now.</summary>
    /// <exception cref="BadInputException">It cannot be read.</exception>
    public Taxonomy Taxonomy() => TaxonomyFile.Read(TaxonomyOf(open.Workspace));

    /// <summary>The board of an exam, then those of its strata that the taxonomy has a place for.</summary>
    /// <exception cref="BadInputException">The exam cannot be read any more.</exception>
    public async Task<IReadOnlyList<Board>> ReadAsync(ExamEntry entry, CancellationToken cancellationToken)
    {
        // What is made anew here is kept later, so that no page waits for the ledger.
        var boards = await Now.Reading.ReadAsync(open.Ledger, open.Read(entry), Taxonomy(), keep: false, cancellationToken);
        return [.. boards.Select(Kept)];
    }

    /// <summary>Notes that grades are kept.</summary>
    public void Forget(UnkeptGrades kept) => unkept.TryRemove(kept, out _);

    /// <summary>The boards that others published.</summary>
    public async Task<IReadOnlyList<Board>> PublishedAsync(CancellationToken cancellationToken) =>
        [.. (await new PublishedShelf(open.Ledger).FindAsync(null, cancellationToken)).Select(Kept)];

    /// <summary>The roll-ups of boards; none when the taxonomy has no place for any.</summary>
    public IReadOnlyList<Board> Rollups(Taxonomy taxonomy, IReadOnlyList<Board> boards) =>
        [.. Rollup.Of(taxonomy, boards, new RollupSettings(Language.English) { Exclusions = open.Workspace.Exclusions }).Select(pool.Kept)];

    private Board Kept(Board board) => pool.Kept(Now.Facts.Value.AddedTo(board));

    private Ways Now
    {
        get
        {
            var (workspace, state) = (open.Workspace, State);
            return ways is { } known && ReferenceEquals(known.Of, workspace) && known.State == state ? known : ways = new(
                workspace,
                state,
                new BoardReading(workspace, Language.English, workspace.Locate(workspace.Boards), phrase => told[phrase] = true)
                {
                    TellUnkept = (exam, model) => unkept[new(exam.Id, exam.Language, model.Name)] = true,
                },
                new(() => BoardFacts.Of(workspace)));
        }
    }

    private static string TaxonomyOf(Workspace workspace) => WorkspaceTaxonomy.FileOf(workspace) ?? TaxonomyFile.Standard;

    private sealed record Ways(Workspace Of, string State, BoardReading Reading, Lazy<BoardFacts> Facts);
}
