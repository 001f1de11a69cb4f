namespace Jinbang.Runs;

/// <summary>Several that work on the same: one begins, and whoever finds something to do lets the next one begin.</summary>
internal static class Hands
{
    /// <summary>Works until nobody finds anything any more.</summary>
    /// <param name="most">Most hands; more would only wait.</param>
    /// <param name="work">What each does until it finds nothing more; it calls what it is given when it has found something.</param>
    /// <param name="cancellationToken">Lets nobody begin any more.</param>
    public static async Task WorkAsync(int most, Func<Action, Task> work, CancellationToken cancellationToken)
    {
        var mayBegin = most > 1;
        var further = Task.CompletedTask;
        var own = Task.Run(() => work(BeginNext), cancellationToken);

        // When it has ended, however it has, it is known whether there are others.
        await Task.WhenAny(own);
        await Task.WhenAll(own, further);

        void BeginNext()
        {
            if (mayBegin)
            {
                mayBegin = false;
                further = WorkAsync(most - 1, work, cancellationToken);
            }
        }
    }
}
