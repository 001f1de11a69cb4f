using Jinbang.Models;

namespace Jinbang.Runs.Pacing;

/// <summary>The way to a model where its pace is decided: a call enters when the model's limits, its account's and what has been learnt of both allow it.</summary>
internal sealed class Lane : Way
{
    private readonly Account account;
    private readonly PaceSettings settings;
    private readonly GivenLimits given;
    private readonly ToldLimit toldRequests = new();
    private readonly ToldLimit toldTokens = new();
    private readonly LearntRate rate = new();
    private readonly ConcurrencyWindow window;
    private readonly Circuit circuit;
    private readonly TokenEstimate estimate = new();
    private readonly Refusals refusals;
    private readonly Perseverance perseverance;
    private int underWay;
    private ProviderException? givenUp;

    public Lane(Account account, PaceLimits limits, int? concurrency, PaceSettings settings)
    {
        (this.account, this.settings) = (account, settings);
        given = new GivenLimits(limits, account.Clock.Now);
        window = new ConcurrencyWindow(concurrency, settings);
        circuit = new Circuit(settings);
        refusals = new Refusals(settings);
        perseverance = new Perseverance(settings);
    }

    /// <summary>Calls that wait for leave, in the order they asked for it.</summary>
    public Queue<Pass> Waiting { get; } = new();

    /// <inheritdoc/>
    public override int Ceiling => window.Ceiling;

    /// <inheritdoc/>
    public override PaceView View
    {
        get
        {
            lock (account.Gate)
            {
                var now = account.Clock.Now;
                var until = Math.Max(refusals.HeldUntil, circuit.ReadyAt(now));
                var speeds = (double?[])[given.PerSecond, account.Given.PerSecond, toldRequests.PerSecond, rate.PerSecond];
                return new PaceView(underWay, window.Width)
                {
                    PerMinute = speeds.Min() * 60,
                    Pause = until <= now ? null : double.IsInfinity(until) ? TimeSpan.Zero : TimeSpan.FromSeconds(until - now),
                    Fault = circuit.IsOpen ? perseverance.Last?.Message : null,
                    Refused = refusals.Count,
                    Outages = perseverance.Outages,
                };
            }
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<Pass> EnterAsync(int bytes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var pass = new Pass(bytes);
        if (account.Enter(this, pass) is { } leave)
        {
            try
            {
                await leave.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                Withdraw(pass);
                throw;
            }
        }

        return pass;
    }

    /// <inheritdoc/>
    public override void Leave(Pass pass, Reply reply)
    {
        lock (account.Gate)
        {
            var now = account.Clock.Now;
            circuit.Succeed();
            refusals.Accept();
            perseverance.Succeed();
            givenUp = toldRequests.ReadyAt(1, now) > now ? givenUp : null;
            window.Accept(reply, underWay, pass.BeganAt!.Value, now);
            var excess = 0.0;
            if (reply.Usage is { } usage)
            {
                excess = usage.Total - pass.Size;
                estimate.Learn(pass.Bytes, usage);
            }

            End(excess, now);
        }
    }

    /// <inheritdoc/>
    public override void Leave(Pass pass, ProviderException fault)
    {
        lock (account.Gate)
        {
            var now = account.Clock.Now;
            switch (fault.Kind)
            {
                case FaultKind.RateLimited:
                    circuit.Succeed();
                    Refuse(pass, fault, now);
                    break;
                case FaultKind.ServerError or FaultKind.Timeout or FaultKind.Connection:
                    Fail(pass, fault, now);
                    break;
                case FaultKind.Malformed or FaultKind.Unauthorized or FaultKind.QuotaExhausted or FaultKind.BadRequest or FaultKind.PromptTooLong:
                    circuit.Succeed();
                    break;
            }

            if (fault.EndsModel)
            {
                account.Clear(this, fault);
            }

            // Nobody bills a call that failed or was refused, so its tokens are still there.
            End(-pass.Size, now);
        }
    }

    /// <inheritdoc/>
    public override void Abandon(Pass pass)
    {
        lock (account.Gate)
        {
            circuit.Abandon(pass.IsProbe);
            End(0, account.Clock.Now);
        }
    }

    /// <inheritdoc/>
    public override void Hear(RateNotice notice)
    {
        lock (account.Gate)
        {
            var (now, sentAt) = (account.Clock.Now, account.Clock.At(notice.SentAt));
            if (notice.Requests is { } requests)
            {
                toldRequests.Hear(requests, sentAt, now);
            }

            if (notice.Tokens is { } tokens)
            {
                toldTokens.Hear(tokens, sentAt, now);
            }

            if (notice.Requests is { Remaining: < 1 } && IsFar(toldRequests.ReadyAt(1, now), now))
            {
                GiveUp(Perseverance.UsedUp);
            }

            account.Admit(now);
        }
    }

    /// <summary>Counts a call that is under way by leave of a pace that is gone; its end is told like that of any other.</summary>
    /// <param name="pass">The leave it had.</param>
    public void Adopt(Pass pass)
    {
        lock (account.Gate)
        {
            underWay++;
            given.Adopt();
            account.Given.Adopt();
        }
    }

    /// <summary>The call was not made, and that is certain: what its limits allow is there again.</summary>
    public void GiveBack(Pass pass)
    {
        lock (account.Gate)
        {
            var now = account.Clock.Now;
            circuit.Abandon(pass.IsProbe);
            given.GiveBack(now);
            account.Given.GiveBack(now);
            toldRequests.Take(-1, now);
            End(-pass.Size, now);
        }
    }

    /// <summary>Begins without a burst, since another pace may just have used it. The gate is held.</summary>
    public void Empty(double now) => given.Empty(now);

    /// <summary>When a call may begin; infinity while that depends on another call's end. The gate is held.</summary>
    public double ReadyAt(Pass pass, double now)
    {
        if (underWay >= window.Width)
        {
            return double.PositiveInfinity;
        }

        var size = estimate.Of(pass.Bytes);
        var byRules = Math.Max(given.ReadyAt(size, now), account.Given.ReadyAt(size, now));
        var byAnswers = Math.Max(toldRequests.ReadyAt(1, now), toldTokens.ReadyAt(size, now));
        var byFaults = Math.Max(Math.Max(rate.ReadyAt(now), refusals.HeldUntil), circuit.ReadyAt(now));
        return Math.Max(Math.Max(byRules, byAnswers), byFaults);
    }

    /// <summary>Begins a call. The gate is held.</summary>
    public void Begin(Pass pass, double now)
    {
        var size = estimate.Of(pass.Bytes);
        underWay++;
        given.Begin(size, now);
        account.Given.Begin(size, now);
        toldRequests.Take(1, now);
        toldTokens.Take(size, now);
        rate.Take(now);
        pass.Grant(now, size, circuit.Begin());
        if (DayEnds(now) is { } over)
        {
            GiveUp(over);
        }
    }

    /// <summary>Refuses further calls to a model that was given up, but for one now and then. The gate is held.</summary>
    public void ThrowIfGivenUp(double now)
    {
        givenUp ??= DayEnds(now);
        var until = Math.Max(Math.Max(circuit.ReadyAt(now), refusals.HeldUntil), toldRequests.ReadyAt(1, now));
        if (givenUp is not null && (until > now || DayEnds(now) is not null))
        {
            throw givenUp;
        }
    }

    private void Refuse(Pass pass, ProviderException fault, double now)
    {
        var isToldWhen = toldRequests.ReadyAt(1, now) > now || toldTokens.ReadyAt(pass.Size, now) > now;
        var isNews = refusals.Refuse(pass.BeganAt!.Value, fault.RetryAfter, isToldWhen, now);
        if (toldRequests.PerSecond is null)
        {
            rate.Refuse(isNews, now, refusals.HeldUntil - now);
            window.Refuse(pass.BeganAt.Value, now);
        }

        if (refusals.IsHopeless(now))
        {
            GiveUp(perseverance.GivenUp(fault, refusals.Count));
        }
    }

    private void Fail(Pass pass, ProviderException fault, double now)
    {
        circuit.Fail(pass.IsProbe, now);
        perseverance.Fail(fault, pass.BeganAt!.Value, circuit.IsOpen);
        if (fault.IsOverload)
        {
            window.Refuse(pass.BeganAt.Value, now);
            refusals.Hold(fault.RetryAfter, now);
        }

        if (circuit.IsOpen && perseverance.IsOver(now))
        {
            GiveUp(perseverance.GivenUp(fault, circuit.Failures));
        }
    }

    private void GiveUp(ProviderException why)
    {
        givenUp = why;
        account.Clear(this, why);
    }

    private void End(double excess, double now)
    {
        underWay--;
        given.End(excess, now);
        account.Given.End(excess, now);
        toldTokens.Correct(excess, now);
        account.Admit(now);
    }

    private void Withdraw(Pass pass)
    {
        lock (account.Gate)
        {
            if (pass.BeganAt is null)
            {
                pass.Withdraw();
                return;
            }
        }

        Abandon(pass);
    }

    private ProviderException? DayEnds(double now) =>
        IsFar(Math.Max(given.DayReadyAt(now), account.Given.DayReadyAt(now)), now) ? Perseverance.UsedUp : null;

    private bool IsFar(double moment, double now) => moment - now > settings.PatienceWithRefusals.TotalSeconds;
}
