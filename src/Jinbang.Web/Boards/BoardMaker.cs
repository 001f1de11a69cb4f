using System.Collections.Concurrent;
using Jinbang.Boards;
using Jinbang.Boards.Rollups;
using Jinbang.Boards.Taxonomies;
using Jinbang.Web.Workspaces;
using Jinbang.Workspaces;

namespace Jinbang.Web.Boards;

/// <summary>Makes the boards of a workspace as the command line does, to be kept.</summary>
internal sealed class BoardMaker
{
    private readonly OpenWorkspace open;
    private readonly Lazy<BoardFacts> facts;
    private readonly BoardReading reading;
    private readonly RowPool pool = new();
    private readonly ConcurrentDictionary<Phrase, bool> told = new();
    private readonly string? taxonomyFile;

    public BoardMaker(OpenWorkspace open)
    {
        this.open = open;
        facts = new(() => BoardFacts.Of(open.Workspace));
        reading = new BoardReading(open.Workspace, Language.English, open.Workspace.Locate(open.Workspace.Boards), phrase => told[phrase] = true);
        taxonomyFile = WorkspaceTaxonomy.FileOf(open.Workspace);
    }

    /// <summary>What readers of the boards must know beforehand.</summary>
    public IReadOnlyCollection<Phrase> Told => [.. told.Keys];

    /// <summary>When the taxonomy was last changed; the program's own never is.</summary>
    public DateTime TaxonomyChanged => taxonomyFile is null or TaxonomyFile.Standard ? default : File.GetLastWriteTimeUtc(taxonomyFile);

    /// <summary>How exams are grouped, as the file says now.</summary>
    /// <exception cref="BadInputException">It cannot be read.</exception>
    public Taxonomy Taxonomy() => TaxonomyFile.Read(taxonomyFile ?? TaxonomyFile.Standard);

    /// <summary>The board of an exam, then those of its strata that the taxonomy has a place for.</summary>
    /// <exception cref="BadInputException">The exam cannot be read any more.</exception>
    public async Task<IReadOnlyList<Board>> ReadAsync(ExamEntry entry, CancellationToken cancellationToken)
    {
        // Grades that the present reader renews are kept by who holds the ledger; a page must not.
        var boards = await reading.ReadAsync(open.Ledger, open.Read(entry), Taxonomy(), keep: false, cancellationToken);
        return [.. boards.Select(Kept)];
    }

    /// <summary>The boards that others published.</summary>
    public async Task<IReadOnlyList<Board>> PublishedAsync(CancellationToken cancellationToken) =>
        [.. (await new PublishedShelf(open.Ledger).FindAsync(null, cancellationToken)).Select(Kept)];

    /// <summary>The roll-ups of boards; none when the taxonomy has no place for any.</summary>
    public IReadOnlyList<Board> Rollups(Taxonomy taxonomy, IReadOnlyList<Board> boards) =>
        [.. Rollup.Of(taxonomy, boards, new RollupSettings(Language.English) { Exclusions = open.Workspace.Exclusions }).Select(pool.Kept)];

    private Board Kept(Board board) => pool.Kept(facts.Value.AddedTo(board));
}
