using Jinbang.Simulator.Counting;

namespace Jinbang.Tests.Cluster;

/// <summary>Watches how answers come in while silos come and go.</summary>
internal sealed class Watch : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly Func<Stats> look;
    private readonly CancellationTokenSource end = new();
    private readonly Task watching;
    private long seen;
    private long seenAt;
    private TimeSpan longestGap;

    /// <param name="look">What the models' server has counted.</param>
    public Watch(Func<Stats> look)
    {
        this.look = look;
        watching = WatchAsync();
    }

    /// <summary>The longest time from one answer to the next.</summary>
    public TimeSpan LongestGap => longestGap;

    /// <summary>Waits until so many answers were given.</summary>
    public async Task ForAsync(long answers, CancellationToken cancellationToken)
    {
        while (look().Replies < answers)
        {
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await watching;
        end.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!end.IsCancellationRequested)
        {
            var now = TimeProvider.System.GetTimestamp();
            if (look().Replies is var replies && replies > seen)
            {
                var gap = seen == 0 ? TimeSpan.Zero : TimeProvider.System.GetElapsedTime(seenAt, now);
                (seen, seenAt, longestGap) = (replies, now, gap > longestGap ? gap : longestGap);
            }

            await Task.Delay(Glance, TimeProvider.System, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
