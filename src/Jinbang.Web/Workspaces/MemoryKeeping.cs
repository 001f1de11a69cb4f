namespace Jinbang.Web.Workspaces;

/// <summary>Has garbage collected in the background once that much of it may have grown old: where the machine has memory to spare, the
/// collector by itself lets the old double first.</summary>
/// <param name="time">The clock.</param>
internal sealed class MemoryKeeping(TimeProvider time) : BackgroundService
{
    private const long MostOfIt = 24L << 20;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (collections, least) = (-1, 0L);
        while (!stoppingToken.IsCancellationRequested)
        {
            var (now, size) = (GC.CollectionCount(GC.MaxGeneration), GC.GetTotalMemory(forceFullCollection: false));
            (collections, least) = (now, now == collections ? Math.Min(least, size) : size);
            if (size - least > MostOfIt)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
            }

            await Task.Delay(Pause, time, stoppingToken);
        }
    }
}
