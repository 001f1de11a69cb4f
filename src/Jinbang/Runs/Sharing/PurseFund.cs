using Npgsql;

namespace Jinbang.Runs.Sharing;

/// <summary>The fund of a budget that holders on many machines spend from: what is spent was drawn into the holder's purse before.</summary>
/// <param name="purse">The holder's purse for this budget.</param>
/// <param name="time">The clock.</param>
internal sealed class PurseFund(Purse purse, TimeProvider time) : Fund, IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private long drawnAt = time.GetTimestamp();
    private decimal wish;
    private Budget? served;

    /// <inheritdoc/>
    public override decimal? AtOnce => 0;

    /// <inheritdoc/>
    public override async ValueTask<bool> DrawAsync(Budget budget, decimal least, CancellationToken cancellationToken) => await Glances.UntilAsync<bool>(
        async () => await InTurnAsync(() => DrawOnceAsync(budget, least, cancellationToken), cancellationToken) switch
        {
            Drawing.Drawn => true,
            Drawing.Later => null,
            _ => false,
        },
        time,
        cancellationToken);

    /// <summary>Gives back what is neither spent nor set aside, since others have too little.</summary>
    /// <exception cref="NpgsqlException">The database could not be reached.</exception>
    public Task GiveBackAsync(CancellationToken cancellationToken) => InTurnAsync(
        async () =>
        {
            if (served is { } budget)
            {
                await purse.GiveBackAsync(budget.GiveUp(), cancellationToken);
            }

            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task<Drawing> DrawOnceAsync(Budget budget, decimal least, CancellationToken cancellationToken)
    {
        served = budget;
        if (budget.HasRoom(least))
        {
            return Drawing.Drawn;
        }

        // Who draws twice within a second draws too little at a time.
        var wished = Math.Max(least, time.GetElapsedTime(drawnAt) < TimeSpan.FromSeconds(1) ? wish * 2 : wish / 2);
        var taken = budget.Taken;
        var (drawing, all) = await purse.DrawAsync(taken + least, least, taken + wished, cancellationToken);
        if (drawing == Drawing.Drawn)
        {
            (drawnAt, wish) = (time.GetTimestamp(), Math.Min(wished, all));
            budget.Fill(all);
        }
        else if (drawing == Drawing.Later)
        {
            // Two who each hold what the other lacks would wait for each other.
            await purse.GiveBackAsync(budget.GiveUp(), cancellationToken);
        }

        return drawing;
    }

    private async Task<T> InTurnAsync<T>(Func<Task<T>> step, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await step();
        }
        finally
        {
            turn.Release();
        }
    }
}
