namespace Jinbang.Runs;

/// <summary>Several that work on the same: one begins, and whoever finds something to do lets the next one begin.</summary>
internal static class Hands
{
    /// <summary>Works until nobody finds anything any more, or something goes wrong with one: the others might wait for what it had in hand.</summary>
    /// <param name="most">Most hands; more would only wait.</param>
    /// <param name="work">What each does until it finds nothing more; it calls what it is given when it has found something, and is told when to end.</param>
    /// <param name="cancellationToken">Lets nobody begin any more, and ends all.</param>
    public static async Task WorkAsync(int most, Func<Action, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await WorkAsync(most, work, end);
    }

    private static async Task WorkAsync(int most, Func<Action, CancellationToken, Task> work, CancellationTokenSource end)
    {
        var mayBegin = most > 1;
        var further = Task.CompletedTask;
        var own = Task.Run(() => WorkAsync(token => work(BeginNext, token), end), end.Token);

        // When it has ended, however it has, it is known whether there are others.
        await Task.WhenAny(own);
        await Task.WhenAll(own, further);

        void BeginNext()
        {
            if (mayBegin)
            {
                mayBegin = false;
                further = WorkAsync(most - 1, work, end);
            }
        }
    }

    /// <summary>Works beside others, all of whom end when something goes wrong.</summary>
    /// <param name="work">What is done; it is told when to end.</param>
    /// <param name="end">Ends all.</param>
    public static async Task WorkAsync(Func<CancellationToken, Task> work, CancellationTokenSource end)
    {
        try
        {
            await work(end.Token);
        }
        catch
        {
            await end.CancelAsync();
            throw;
        }
    }
}
