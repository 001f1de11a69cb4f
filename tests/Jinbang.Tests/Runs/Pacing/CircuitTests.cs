using Jinbang.Models;
using Jinbang.Runs.Pacing;

namespace Jinbang.Tests.Runs.Pacing;

public sealed class CircuitTests
{
    private readonly ManualTime time = new();
    private readonly Account account;
    private readonly Lane lane;

    public CircuitTests()
    {
        account = new Account(new GivenLimits(PaceLimits.None, 0), new RunClock(time));
        lane = Open(16);
    }

    [Fact]
    public void After_failures_in_a_row_one_call_tries_after_growing_pauses_and_a_reply_lets_all_go_on()
    {
        Break();
        var waiting = Enumerable.Range(0, 10).Select(_ => Ask()).ToList();
        Assert.DoesNotContain(waiting, pass => pass.BeganAt is not null);
        Assert.Contains("no luck", lane.View.Fault, StringComparison.Ordinal);

        time.MoveTo(0.6);
        Assert.Same(waiting[0], Assert.Single(waiting, pass => pass.BeganAt is not null));
        Assert.True(waiting[0].IsProbe);
        lane.Leave(waiting[0], Failure());
        time.MoveTo(1.5);
        Assert.Null(waiting[1].BeganAt);
        time.MoveTo(1.7);
        Assert.True(waiting[1].IsProbe);
        lane.Leave(waiting[1], new Reply(Outcome.Replied, "B"));

        Assert.All(waiting, pass => Assert.NotNull(pass.BeganAt));
        Assert.Equal((null, 1), (lane.View.Fault, lane.View.Outages));
    }

    [Fact]
    public void A_model_that_never_answered_is_given_up_soon_and_those_who_wait_are_told_why()
    {
        Break();
        var waiting = Enumerable.Range(0, 30).Select(_ => Leave()).ToList();
        for (var second = 1; second < 40; second++)
        {
            time.MoveTo(second);
            foreach (var (pass, _) in waiting.Where(one => one.Pass.BeganAt is not null).ToList())
            {
                waiting.RemoveAll(one => one.Pass == pass);
                lane.Leave(pass, Failure());
            }
        }

        Assert.InRange(waiting.Count, 20, 29);
        Assert.All(waiting, one => Assert.Contains("never answered", one.Leave!.Exception!.InnerException!.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void One_lane_that_is_held_or_down_never_holds_up_another_of_the_account()
    {
        Break();
        var other = Open(4);
        var calls = Enumerable.Range(0, 4).Select(_ => Ask(other)).ToList();

        Assert.All(calls, pass => Assert.NotNull(pass.BeganAt));
    }

    [Fact]
    public void Models_of_one_account_take_turns_where_it_is_limited()
    {
        var shared = new Account(new GivenLimits(new PaceLimits { RequestsPerMinute = 60, Burst = 1 }, 0), new RunClock(time));
        var lanes = Enumerable.Range(0, 3).Select(_ => new Lane(shared, PaceLimits.None, 16, new PaceSettings())).ToList();
        lanes.ForEach(shared.Add);
        var calls = lanes.Select(lane => Enumerable.Range(0, 16).Select(_ => Enter(shared, lane)).ToList()).ToList();

        time.MoveTo(12.5);

        Assert.All(calls, own => Assert.InRange(own.Count(pass => pass.BeganAt is not null), 4, 5));
    }

    [Fact]
    public void A_refusal_holds_the_whole_lane_for_as_long_as_was_asked()
    {
        var first = Ask();
        lane.Leave(first, new ProviderException(FaultKind.RateLimited, new("slow down", "慢点"), TimeSpan.FromSeconds(20)));
        var later = Ask();

        time.MoveTo(19.9);
        Assert.Null(later.BeganAt);
        time.MoveTo(20.1);
        Assert.NotNull(later.BeganAt);
    }

    [Fact]
    public void When_the_day_s_requests_are_used_up_the_model_stops()
    {
        var limited = new Lane(account, new PaceLimits { RequestsPerDay = 2 }, 16, new PaceSettings());
        account.Add(limited);
        limited.Leave(Ask(limited), new Reply(Outcome.Replied, "B"));
        Ask(limited);

        var over = Assert.Throws<ProviderException>(() => Ask(limited));
        Assert.Equal(FaultKind.QuotaExhausted, over.Kind);
    }

    [Fact]
    public void When_a_provider_says_that_nothing_remains_for_hours_nobody_waits()
    {
        var first = Ask();
        lane.Hear(new RateNotice(time.GetTimestamp(), new RateWindow(1000, 0, TimeSpan.FromHours(5)), null));
        lane.Leave(first, new Reply(Outcome.Replied, "B"));

        Assert.Throws<ProviderException>(() => Ask());
        time.MoveTo(TimeSpan.FromHours(5.1).TotalSeconds);
        Assert.NotNull(Ask().BeganAt);
    }

    [Fact]
    public void Tokens_are_reserved_by_a_guess_and_put_right_by_what_was_used()
    {
        var limited = new Lane(account, new PaceLimits { TokensPerMinute = 1200 }, 16, new PaceSettings());
        account.Add(limited);
        var calls = Enumerable.Range(0, 4).Select(_ => Ask(limited)).ToList();
        Assert.Equal(2, calls.Count(pass => pass.BeganAt is not null));

        limited.Leave(calls[0], new Reply(Outcome.Replied, "B") { Usage = new TokenUsage(10, 1) });

        Assert.Equal(3, calls.Count(pass => pass.BeganAt is not null));
    }

    private static ProviderException Failure() => new(FaultKind.Connection, new("no luck", "不行"));

    private static Pass Enter(Account account, Lane lane)
    {
        var pass = new Pass(30);
        account.Enter(lane, pass);
        return pass;
    }

    private Lane Open(int concurrency)
    {
        var opened = new Lane(account, PaceLimits.None, concurrency, new PaceSettings());
        account.Add(opened);
        return opened;
    }

    private Pass Ask(Lane? to = null) => Enter(account, to ?? lane);

    private (Pass Pass, Task? Leave) Leave()
    {
        var pass = new Pass(30);
        return (pass, account.Enter(lane, pass));
    }

    private void Break()
    {
        foreach (var pass in Enumerable.Range(0, 8).Select(_ => Ask()).ToList())
        {
            lane.Leave(pass, Failure());
        }
    }
}
