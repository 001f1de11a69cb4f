using Jinbang.Models;
using Jinbang.Runs.Pacing;

namespace Jinbang.Tests.Runs.Pacing;

/// <summary>A pace that decides for calls of other machines, and goes on where another left off.</summary>
public sealed class TakeoverTests
{
    private readonly ManualTime time = new();

    [Fact]
    public void Who_takes_over_has_no_burst_but_the_whole_speed()
    {
        var (account, lane) = Open(new PaceLimits { RequestsPerMinute = 600, Burst = 10 }, new PaceLimits { TokensPerMinute = 60_000 }, 64);
        account.Empty();

        var calls = Enumerable.Range(0, 40).Select(_ => Enter(account, lane)).ToList();

        Assert.All(calls, pass => Assert.Null(pass.BeganAt));
        time.MoveTo(2.1);
        Assert.InRange(calls.Count(pass => pass.BeganAt is not null), 3, 4);
        time.MoveTo(21.5);
        Assert.All(calls, pass => Assert.NotNull(pass.BeganAt));
    }

    [Fact]
    public void Calls_that_another_pace_let_in_count_until_their_end()
    {
        var (account, lane) = Open(new PaceLimits { Concurrency = 3 }, PaceLimits.None, 64);
        var adopted = Enumerable.Range(0, 3).Select(_ => Granted()).ToList();
        adopted.ForEach(lane.Adopt);
        var waiting = new Pass(30);
        account.Enter(lane, waiting);
        Assert.Equal((3, false), (lane.View.UnderWay, waiting.BeganAt.HasValue));

        lane.Leave(adopted[0], new Reply(Outcome.Replied, "B") { Usage = new TokenUsage(10, 1) });

        Assert.Equal((3, true), (lane.View.UnderWay, waiting.BeganAt.HasValue));
    }

    [Fact]
    public void Leave_that_is_given_back_unused_lets_another_call_begin_at_once()
    {
        var (account, lane) = Open(new PaceLimits { RequestsPerMinute = 60, Burst = 1, RequestsPerDay = 2 }, new PaceLimits { TokensPerMinute = 600 }, 64);
        var (unused, next) = (new Pass(30), new Pass(30));
        account.Enter(lane, unused);
        account.Enter(lane, next);
        Assert.Null(next.BeganAt);

        lane.GiveBack(unused);

        Assert.Equal((1, 0.0), (lane.View.UnderWay, next.BeganAt));
        lane.Leave(next, new Reply(Outcome.Replied, "B"));
        time.MoveTo(120);
        Enter(account, lane);
        Assert.Throws<ProviderException>(() => Enter(account, lane));
    }

    [Fact]
    public void A_probe_that_is_given_back_lets_another_call_try()
    {
        var (account, lane) = Open(PaceLimits.None, PaceLimits.None, 16);
        foreach (var pass in Enumerable.Range(0, 8).Select(_ => Enter(account, lane)).ToList())
        {
            lane.Leave(pass, new ProviderException(FaultKind.Connection, new("no luck", "不行")));
        }

        time.MoveTo(1);
        var probe = Enter(account, lane);
        var next = Enter(account, lane);
        Assert.Equal((true, null), (probe.IsProbe, next.BeganAt));

        lane.GiveBack(probe);

        Assert.True(next.IsProbe);
    }

    private static Pass Enter(Account account, Lane lane)
    {
        var pass = new Pass(30);
        account.Enter(lane, pass);
        return pass;
    }

    private static Pass Granted()
    {
        var pass = new Pass(30);
        pass.Grant(-2, 500, isProbe: false);
        return pass;
    }

    private (Account Account, Lane Lane) Open(PaceLimits together, PaceLimits own, int concurrency)
    {
        var account = new Account(new GivenLimits(together, 0), new RunClock(time));
        var lane = new Lane(account, own, concurrency, new PaceSettings());
        account.Add(lane);
        return (account, lane);
    }
}
