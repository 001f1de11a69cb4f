namespace Jinbang.Tests;

public sealed class InParallelTests
{
    [Fact]
    public void No_more_is_worked_on_at_once_than_there_are_cores_however_many_threads_there_are()
    {
        ThreadPool.GetMinThreads(out var before, out var ports);
        var (now, most) = (0, 0);
        try
        {
            ThreadPool.SetMinThreads(Math.Max(before, Environment.ProcessorCount * 16), ports);
            InParallel.Select([.. Enumerable.Range(0, 200)], item =>
            {
                InterlockedMax(ref most, Interlocked.Increment(ref now));
                Thread.SpinWait(200_000);
                return Interlocked.Decrement(ref now);
            });
        }
        finally
        {
            ThreadPool.SetMinThreads(before, ports);
        }

        Assert.InRange(most, 1, Environment.ProcessorCount);
    }

    [Fact]
    public void Results_stand_in_the_order_of_their_items()
    {
        Assert.Equal(Enumerable.Range(0, 1000).Select(item => item * 2), InParallel.Select([.. Enumerable.Range(0, 1000)], item => item * 2));
    }

    [Fact]
    public void The_failure_of_one_is_thrown_as_it_is()
    {
        Assert.Throws<BadInputException>(() => InParallel.Select<int, int>([1, 2, 3], item => item == 2 ? throw new BadInputException(new("no", "否")) : item));
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
