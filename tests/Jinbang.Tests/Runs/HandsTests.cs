using Jinbang.Runs;

namespace Jinbang.Tests.Runs;

public sealed class HandsTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 20, 1)]
    [InlineData(5, 20, 5)]
    [InlineData(5, 3, 4)]
    [InlineData(5, 0, 1)]
    public async Task One_more_than_find_something_begin_and_never_more_than_are_of_use(int most, int things, int expected)
    {
        var (begun, left) = (0, things);
        using var allHold = new SemaphoreSlim(0);
        await Hands.WorkAsync(most, async (found, _) =>
        {
            var isLast = Interlocked.Increment(ref begun) == Math.Min(most, things);
            while (Interlocked.Decrement(ref left) >= 0)
            {
                found();
                if (isLast)
                {
                    allHold.Release(things);
                }

                // Everybody holds one before anybody takes a second.
                await allHold.WaitAsync(Token);
            }
        }, Token);

        Assert.Equal(expected, begun);
    }

    [Fact]
    public async Task What_goes_wrong_with_one_is_told_when_all_have_ended_whatever_the_others_say()
    {
        var ended = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = 0;

        await Assert.ThrowsAsync<InvalidDataException>(() => Hands.WorkAsync(3, async (found, _) =>
        {
            var mine = Interlocked.Increment(ref begun);
            found();
            if (mine == 3)
            {
                all.SetResult();
            }

            await all.Task;
            await Task.Delay(TimeSpan.FromMilliseconds(mine * 5), TimeProvider.System, Token);
            Interlocked.Increment(ref ended);
            throw mine == 2 ? new InvalidDataException() : new OperationCanceledException();
        }, Token));

        Assert.Equal(3, ended);
    }

    [Fact]
    public async Task Who_waits_does_not_wait_for_one_with_whom_something_went_wrong()
    {
        var begun = 0;

        await Assert.ThrowsAsync<InvalidDataException>(() => Hands.WorkAsync(3, async (found, end) =>
        {
            found();
            if (Interlocked.Increment(ref begun) == 3)
            {
                throw new InvalidDataException();
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, end);
        }, Token));
    }
}
