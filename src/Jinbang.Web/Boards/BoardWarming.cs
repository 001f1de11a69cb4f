using Jinbang.Runs;

namespace Jinbang.Web.Boards;

/// <summary>Keeps boards warm from the start on, on one core at most: readers go first.</summary>
/// <param name="shelf">The boards.</param>
/// <param name="time">The clock.</param>
internal sealed class BoardWarming(BoardShelf shelf, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var oneCore = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1).ExclusiveScheduler;
        while (!stoppingToken.IsCancellationRequested)
        {
            shelf.Trouble = await Task.Factory.StartNew(() => RoundAsync(stoppingToken), stoppingToken, TaskCreationOptions.DenyChildAttach, oneCore).Unwrap();
            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    private async Task<Phrase?> RoundAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await shelf.RoundAsync(cancellationToken);
        }
        catch (BadInputException fault)
        {
            return fault.Problem;
        }
        catch (LedgerFaultException fault)
        {
            return fault.Problem;
        }
    }
}
