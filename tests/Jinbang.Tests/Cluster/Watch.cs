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
    private readonly long beganAt = TimeProvider.System.GetTimestamp();
    private readonly List<(double At, double Length)> gaps = [];

    /// <param name="look">What the models' server has counted.</param>
    public Watch(Func<Stats> look)
    {
        this.look = look;
        watching = WatchAsync();
    }

    /// <summary>The longest time from one answer to the next.</summary>
    public TimeSpan LongestGap => TimeSpan.FromSeconds(gaps.Max(gap => gap.Length));

    /// <summary>Since the watch began.</summary>
    public TimeSpan Age => TimeProvider.System.GetElapsedTime(beganAt);

    /// <summary>When nothing was answered for more than a second.</summary>
    public string Story => string.Join(", ", gaps.Where(gap => gap.Length > 1).Select(gap => FormattableString.Invariant($"from {gap.At:F1} s for {gap.Length:F1} s")));

    /// <summary>Waits until so many answers were given in a run.</summary>
    public async Task ForAsync(long answers, Task<(int Code, string Output, string Errors)> run, CancellationToken cancellationToken)
    {
        while (look().Replies < answers)
        {
            Assert.False(run.IsCompleted, run.IsCompletedSuccessfully ? run.Result.Errors : $"{run.Exception}");
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
                gaps.Add((TimeProvider.System.GetElapsedTime(beganAt, seenAt).TotalSeconds, seen == 0 ? 0 : TimeProvider.System.GetElapsedTime(seenAt, now).TotalSeconds));
                (seen, seenAt) = (replies, now);
            }

            await Task.Delay(Glance, TimeProvider.System, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
