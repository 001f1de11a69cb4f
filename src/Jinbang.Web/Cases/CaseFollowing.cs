using Jinbang.Runs;
using Jinbang.Runs.Search;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Cases;

/// <summary>Keeps the index of replies up with the ledger, in the background.</summary>
/// <param name="open">The workspace.</param>
/// <param name="time">The clock.</param>
internal sealed class CaseFollowing(OpenWorkspace open, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // Runs and pages go before it.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(3);

    private readonly SemaphoreSlim turn = new(1, 1);
    private (IReadOnlyList<ExamEntry> Of, IReadOnlyList<SearchExam> Exams) known = ([], []);

    /// <summary>The index.</summary>
    public SearchIndex Index { get; } = new(Path.Combine(open.Workspace.Home, "search.db"), open.Ledger);

    /// <summary>Comes up with what the ledger has now, unless there is very much of it.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        for (var steps = 0; steps < 20 && await StepAsync(cancellationToken); steps++)
        {
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        Index.Dispose();
        turn.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var isMore = false;
            try
            {
                isMore = await StepAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is LedgerFaultException or BadInputException or IOException)
            {
                // An exam that cannot be read, or a disk that is full, keeps nobody from reading; what can be found is found.
                known = ([], []);
            }

            await Task.Delay(isMore ? Rest : Pause, time, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        var listed = await open.ExamsAsync();
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (!ReferenceEquals(listed, known.Of))
            {
                known = (listed, [.. listed.Select(entry => new SearchExam(entry.Id, entry.Language, RestingFile.MarkOf(entry.File), () => open.Read(entry)))]);
            }

            return await Index.StepAsync(known.Exams, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }
}
