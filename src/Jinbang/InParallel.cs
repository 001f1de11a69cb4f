using System.Runtime.ExceptionServices;

namespace Jinbang;

/// <summary>Works on many things on all cores.</summary>
public static class InParallel
{
    /// <summary>What becomes of each item, in their order.</summary>
    /// <param name="items">The items.</param>
    /// <param name="select">What is done with each; a failure of one is thrown as it is, and no further item begun.</param>
    public static IReadOnlyList<TResult> Select<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, TResult> select)
    {
        var results = new TResult[items.Count];
        try
        {
            // Who was given one core takes no other. More threads than cores would only keep others waiting.
            var cores = new ParallelOptions { TaskScheduler = TaskScheduler.Current, MaxDegreeOfParallelism = Environment.ProcessorCount };
            Parallel.For(0, items.Count, cores, at => results[at] = select(items[at]));
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        return results;
    }

    /// <summary>What becomes of each item, in their order, where that means waiting too.</summary>
    /// <param name="items">The items.</param>
    /// <param name="select">What is done with each; a failure of one is thrown as it is, and no further item begun.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<IReadOnlyList<TResult>> SelectAsync<TItem, TResult>(
        IReadOnlyList<TItem> items, Func<TItem, CancellationToken, Task<TResult>> select, CancellationToken cancellationToken)
    {
        var results = new TResult[items.Count];
        await Parallel.ForAsync(0, items.Count, cancellationToken, async (at, cancellation) => results[at] = await select(items[at], cancellation));
        return results;
    }
}
