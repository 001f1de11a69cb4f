using Jinbang.Boards.Rollups;
using Jinbang.Boards.Taxonomies;
using Jinbang.Models;
using Jinbang.Web.Layout;
using Jinbang.Web.Workspaces;
using Jinbang.Workspaces;

namespace Jinbang.Web.Models;

/// <summary>The boards of exams, and of fields over those that a reader may know of.</summary>
internal sealed class ScoredBoards
{
    // Of readers who see every exam, and of those who do not, in both languages.
    private const int MostKept = 4;

    private readonly OpenWorkspace open;
    private readonly ReadOnce<(bool All, Language Language), IReadOnlyList<ScoredBoard>> boards;

    public ScoredBoards(OpenWorkspace open, TimeProvider time, IHostApplicationLifetime site)
    {
        this.open = open;
        boards = new(open.Workspace.Ledger, MostKept, time, site);
    }

    /// <summary>The boards that a reader may see: fields first, the whole before its parts, then exams; those without rows are left out.</summary>
    /// <exception cref="BadInputException">An exam or the taxonomy cannot be used.</exception>
    public Task<IReadOnlyList<ScoredBoard>> ForAsync(Reader reader) => boards.GetAsync((reader.MayRead, reader.Language), async cancellation =>
    {
        var exams = (await open.ExamsAsync()).Where(exam => reader.MayRead || !exam.IsPrivate).ToList();
        return await ReadAsync(exams, reader.Language, cancellation);
    });

    private async Task<IReadOnlyList<ScoredBoard>> ReadAsync(IReadOnlyList<ExamEntry> exams, Language language, CancellationToken cancellationToken)
    {
        var workspace = open.Workspace;
        var taxonomy = TaxonomyFile.Read(workspace.Taxonomy is { } file && file != TaxonomyFile.Standard ? workspace.Locate(file) : TaxonomyFile.Standard);
        var reading = new BoardReading(workspace, language, workspace.Locate(workspace.Boards), _ => { });
        var facts = new BoardFacts(Catalogue.Load(Located(workspace.Catalogue), Located(workspace.Fx)));
        var read = await InParallel.SelectAsync(exams, (entry, cancellation) => reading.ReadAsync(open.Ledger, open.Read(entry), taxonomy, keep: false, cancellation), cancellationToken);
        var all = read.SelectMany(own => own).Where(board => board.Rows.Count > 0).ToList();
        var rollups = Rollup.Of(taxonomy, all, new RollupSettings(language) { Exclusions = workspace.Exclusions });
        return
        [
            .. rollups.Select(board => new ScoredBoard(facts.AddedTo(board), null)),
            .. exams.Zip(read).Where(pair => pair.Second[0].Rows.Count > 0).Select(pair => new ScoredBoard(facts.AddedTo(pair.Second[0]), pair.First)),
        ];
    }

    private string? Located(string? file) => file is null ? null : open.Workspace.Locate(file);
}
