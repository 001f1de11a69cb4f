using System.Runtime.CompilerServices;
using Jinbang.Boards.Pages;
using Jinbang.Runs;
using Jinbang.Web.Boards;
using Jinbang.Web.Layout;
using Jinbang.Web.Runs;
using Jinbang.Web.Workspaces;
using Jinbang.Workspaces;

namespace Jinbang.Web.Selecting;

/// <summary>The results of test sets, each made once from the board that is kept, for however many readers.</summary>
/// <param name="open">The workspace.</param>
/// <param name="shelf">Keeps boards, and makes them anew now and then while a run goes on.</param>
/// <param name="office">Knows what is at work.</param>
/// <param name="site">Ends reading with the site: one reader's leaving must not take it from others.</param>
internal sealed class SelectionResults(OpenWorkspace open, BoardShelf shelf, RunOffice office, IHostApplicationLifetime site)
{
    private readonly ConditionalWeakTable<KnownExam, Task<SelectionResult?>> results = [];

    /// <summary>The last order that asks a test set; null when nobody gave one.</summary>
    public ActiveOrder? OrderOf(string id) => office.Orders.FirstOrDefault(known => known.Kept.Order.Exams.Contains(id));

    /// <summary>How models did on a test set: once its run has ended all of it, before that nearly all.</summary>
    /// <param name="entry">The test set's exam.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>Null while nobody has answered.</returns>
    /// <exception cref="BadInputException">The set cannot be read.</exception>
    public async Task<SelectionResult?> FindAsync(ExamEntry entry, Reader reader, CancellationToken cancellationToken)
    {
        var known = OrderOf(entry.Id) is { IsAtWork: true } ? await shelf.KnownAsync(entry, cancellationToken) : await shelf.FreshAsync(entry, cancellationToken);
        return await Result(known).WaitAsync(cancellationToken) is { } result ? result with { Board = result.Board.In(reader.Language) } : null;
    }

    /// <summary>The bad cases of a test set, some of each kind.</summary>
    public async Task<IReadOnlyList<ModelCases>> CasesAsync(ExamEntry entry, CancellationToken cancellationToken) => await CaseShelf.ReadAsync(
        open.Ledger, await Decisions.ApplyAsync(open.Ledger, open.Read(entry), cancellationToken), CaseShelf.Usual, cancellationToken);

    private Task<SelectionResult?> Result(KnownExam known)
    {
        var result = results.GetValue(known, _ => Task.Run(() => ReadAsync(known), site.ApplicationStopping));
        if (result is { IsFaulted: true } or { IsCanceled: true })
        {
            results.Remove(known);
        }

        return result;
    }

    private async Task<SelectionResult?> ReadAsync(KnownExam known) => known.Boards[0].Rows.Count == 0 ? null : SelectionResult.Of(
        known.Boards[0], await Answered.ReadAsync(open.Ledger, open.Read(known.Entry), keep: false, site.ApplicationStopping));
}
