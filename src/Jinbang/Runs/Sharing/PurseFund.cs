namespace Jinbang.Runs.Sharing;

/// <summary>What one holder draws of a cap that several spend from.</summary>
/// <remarks>What is spent when it first draws was spent before, or by others meanwhile, and is no part of its purse.</remarks>
/// <param name="purse">Its purse.</param>
/// <param name="time">The clock.</param>
internal sealed class PurseFund(Purse purse, TimeProvider time) : Fund
{
    private readonly Persistence persistence = new(time);
    private decimal? before;
    private (decimal Committed, long At) last;

    /// <inheritdoc/>
    public override decimal? AtOnce => 0;

    /// <inheritdoc/>
    public override async ValueTask<decimal?> DrawAsync(decimal committed, decimal least, CancellationToken cancellationToken)
    {
        var needed = committed - (before ??= committed) + least;
        var wished = needed + OfASecond(committed);
        var (drawing, drawn) = await persistence.TryAsync(token => purse.DrawAsync(needed, least, wished, token), cancellationToken);
        if (drawing == Drawing.Later)
        {
            // Others were asked to give back what they do not need.
            await Task.Delay(Persistence.Pause, time, cancellationToken);
        }

        return drawing switch
        {
            Drawing.Drawn or Drawing.Later => before + drawn,
            Drawing.Never => null,
            Drawing.Removed => throw new OperationCanceledException(),
        };
    }

    /// <inheritdoc/>
    public override async Task GiveBackAsync(decimal committed, CancellationToken cancellationToken)
    {
        if (before is { } earlier)
        {
            await persistence.TryAsync(async token =>
            {
                await purse.GiveBackAsync(committed - earlier, token);
                return true;
            }, cancellationToken);
        }
    }

    /// <summary>What a second takes at the speed since the last draw.</summary>
    private decimal OfASecond(decimal committed)
    {
        var seconds = last.At == 0 ? 0 : (decimal)time.GetElapsedTime(last.At).TotalSeconds;
        var speed = seconds > 0 ? Math.Max(0, committed - last.Committed) / Math.Max(seconds, 0.1m) : 0;
        last = (committed, time.GetTimestamp());
        return speed;
    }
}
