using Jinbang.Models;
using Jinbang.Runs.Pacing;

namespace Jinbang.Cluster.Pacing;

/// <summary>Where the silos of a cluster ask leave for calls to one account. It begins without a burst, for its predecessor may just have
/// given it away, and with the calls under way that the silos tell it of. Used on one thread at a time.</summary>
internal sealed class AccountDesk
{
    // Each silo has found by then that the predecessor does not answer, and told this desk what it has under way.
    private static readonly TimeSpan Listening = TimeSpan.FromSeconds(1.5);

    // How often a desk that listens has itself asked again.
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(0.1);

    // Below what a silo waits for an answer, so that a desk that is gone is found out soon.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(0.5);

    // A silo with calls under way says so each second.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);

    private readonly Account account;
    private readonly RunClock clock;
    private readonly TimeProvider time;
    private readonly Dictionary<(string Model, PaceLimits Limits, int? Concurrency), Lane> lanes = [];
    private readonly Dictionary<string, Visitor> visitors = [];
    private readonly long openedAt;
    private PaceLimits limits;

    /// <param name="limits">How fast all models of the account together may be asked, until a silo says otherwise.</param>
    /// <param name="time">The clock.</param>
    public AccountDesk(PaceLimits limits, TimeProvider time)
    {
        (this.limits, this.time, openedAt) = (limits, time, time.GetTimestamp());
        clock = new RunClock(time);
        account = new Account(new GivenLimits(limits, clock.Now), clock);
        account.Empty();
    }

    /// <summary>Whether no call is under way by its leave.</summary>
    public bool IsIdle => visitors.Values.All(visitor => visitor.IsIdle);

    /// <summary>How long nothing is let in yet by who took over: until each silo that may have calls under way has told of them, or would have.</summary>
    /// <param name="askers">Those silos.</param>
    public TimeSpan SilenceFor(IReadOnlyList<string> askers) =>
        time.GetElapsedTime(openedAt) is var age && age < Listening && !askers.All(visitors.ContainsKey) ? Glance : TimeSpan.Zero;

    /// <summary>Hears what a silo tells, and answers as soon as one of its calls may begin, after half a second at the latest; at once when none waits.</summary>
    /// <param name="told">What it tells and asks.</param>
    /// <param name="silence">How long nothing is let in, and only heard; zero when calls may begin.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<Granted> ExchangeAsync(Told told, TimeSpan silence, CancellationToken cancellationToken)
    {
        var arrived = time.GetTimestamp();
        ForgetTheSilent(arrived);
        if (!visitors.TryGetValue(told.Silo, out var visitor))
        {
            if (!told.IsWhole)
            {
                return new Granted { IsStrange = true };
            }

            visitors[told.Silo] = visitor = new Visitor();
        }

        var isLatest = visitor.Begin(told.Nth, arrived);
        Hear(told, visitor, isLatest);
        var question = new Question(account, visitor, told.Nth);
        if (isLatest && told.Lanes.Any(lane => lane.Waiting.Count > 0))
        {
            visitor.Await(question);
            Ask(silence > TimeSpan.Zero ? [] : told.Lanes, visitor, question);
            await WaitAsync(question, silence > TimeSpan.Zero ? silence : LongestWait, cancellationToken);
        }

        question.Close();
        return new Granted
        {
            Passes = question.Granted,
            Waited = time.GetElapsedTime(arrived),
            Lanes = [.. told.Lanes.Select(lane => View(lane, question))],
        };
    }

    private void Hear(Told told, Visitor visitor, bool isLatest)
    {
        // The last word counts; a silo that only says again what it said before has not changed its mind.
        if (isLatest && visitor.Hear(told.Limits) && told.Limits != limits)
        {
            limits = told.Limits;
            account.Limit(limits);
        }

        if (told.IsWhole && isLatest)
        {
            visitor.Forget(told.Open);
            foreach (var (lane, call) in told.Lanes.SelectMany(lane => lane.UnderWay, (lane, call) => (LaneOf(lane), call)))
            {
                var pass = new Pass(call.Bytes);
                pass.Grant(clock.Now - call.Age.TotalSeconds, call.Size, call.IsProbe);
                lane.Adopt(pass);
                visitor.Add(call.Number, lane, pass, told.Nth);
            }
        }

        foreach (var nth in told.Failed)
        {
            visitor.GiveBack(nth);
        }

        foreach (var lane in told.Lanes)
        {
            foreach (var notice in lane.Heard)
            {
                LaneOf(lane).Hear(new RateNotice(time.GetTimestamp() - (long)(notice.Age.TotalSeconds * time.TimestampFrequency), notice.Requests, notice.Tokens));
            }

            foreach (var call in lane.Ended)
            {
                visitor.End(call);
            }
        }
    }

    // What has leave already is told in an answer that is still on its way.
    private void Ask(IReadOnlyList<LaneTold> lanes, Visitor visitor, Question question)
    {
        foreach (var (lane, call) in lanes.SelectMany(lane => lane.Waiting, (lane, call) => (LaneOf(lane), call)).Where(asked => !visitor.Has(asked.call.Number)))
        {
            question.Add(call.Number, call.Bytes, lane);
        }
    }

    private async Task WaitAsync(Question question, TimeSpan longest, CancellationToken cancellationToken)
    {
        await using var alarm = time.CreateTimer(_ => question.Ripen(), null, longest, Timeout.InfiniteTimeSpan);
        await using var end = cancellationToken.Register(question.Ripen);
        await question.Ripe;
    }

    private LaneView View(LaneTold told, Question question)
    {
        var lane = LaneOf(told);
        return new LaneView(told.Model, lane.View, question.Refusal(lane) is { } fault ? FaultTold.Of(fault) : null);
    }

    private Lane LaneOf(LaneTold told)
    {
        // Another run may be given other limits for the same model.
        var key = (told.Model, told.Limits, told.Concurrency);
        if (!lanes.TryGetValue(key, out var lane))
        {
            lane = lanes[key] = new Lane(account, told.Limits, told.Concurrency, new PaceSettings());
            lane.Empty(clock.Now);
            account.Add(lane);
        }

        return lane;
    }

    private void ForgetTheSilent(long now)
    {
        foreach (var (silo, visitor) in visitors.Where(visitor => time.GetElapsedTime(visitor.Value.HeardAt, now) > Silence).ToList())
        {
            visitor.Forget([]);
            visitors.Remove(silo);
        }
    }
}
