using Jinbang.Runs.Sharing;

namespace Jinbang.Tests.Runs.Sharing;

/// <summary>In which order a process takes up work in the sittings of one model.</summary>
public sealed class TurnsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sitting_s_turn_comes_when_nothing_is_to_be_had_in_those_before_it()
    {
        var turns = new Turns(() => 10);
        Assert.Equal([0, 1, 2, 3], Enumerable.Range(0, 4).Select(_ => turns.Add()));
        var (last, first, second) = (turns.EnterAsync(3, Token), turns.EnterAsync(0, Token), turns.EnterAsync(1, Token));

        await first;
        turns.Pass(2);
        Assert.False(second.IsCompleted);
        turns.Pass(0);
        await second;
        Assert.False(last.IsCompleted);
        turns.Pass(1);
        await last;
    }

    [Fact]
    public async Task No_more_is_in_hand_than_calls_can_be_under_way_and_what_comes_back_to_an_earlier_sitting_comes_first()
    {
        var turns = new Turns(() => 2);
        _ = (turns.Add(), turns.Add());
        turns.Pass(0);
        Task[] later = [.. Enumerable.Range(0, 3).Select(_ => turns.EnterAsync(1, Token))];
        var earlier = turns.EnterAsync(0, Token);

        Assert.Equal([true, true, false], later.Select(turn => turn.IsCompleted));
        turns.Leave();
        await earlier;
        Assert.False(later[2].IsCompleted);
        turns.Leave();
        await later[2];
    }

    [Fact]
    public async Task Whoever_waits_no_longer_takes_nobody_s_turn()
    {
        var turns = new Turns(() => 1);
        turns.Add();
        await turns.EnterAsync(0, Token);
        using var end = new CancellationTokenSource();
        var (gone, waiting) = (turns.EnterAsync(0, end.Token), turns.EnterAsync(0, Token));
        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        turns.Leave();
        await waiting;
    }
}
