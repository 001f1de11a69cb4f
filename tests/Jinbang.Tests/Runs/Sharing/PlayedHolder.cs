using System.Data;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Sharing;
using Jinbang.Tests.Postgres;
using Jinbang.Tests.Runs.Pacing;
using Npgsql;

namespace Jinbang.Tests.Runs.Sharing;

/// <summary>One process at work on a run, step by step: its rows, books and clock are real, its calls are not.</summary>
internal sealed class PlayedHolder : IAsyncDisposable
{
    private const int Hands = 6;

    private readonly PlayedRun run;
    private readonly Wire wire;
    private readonly PostgresLedger ledger;
    private readonly List<PlayedCall> open = [];
    private readonly List<PlayedCall> waiting = [];
    private readonly List<PlayedCall> ended = [];
    private readonly List<Lease> done = [];
    private readonly Dictionary<Lease, int> unfinished = [];
    private readonly Queue<(Lease Lease, int Place)> places = new();
    private readonly Dictionary<string, Purse> purses = [];
    private readonly Dictionary<string, (decimal Drawn, decimal Used, decimal Open)> yuan = [];
    private readonly Dictionary<string, Books> books = [];
    private Pulse pulse;
    private NpgsqlConnection? connection;
    private Leases leases;
    private PlayedPage? page;
    private bool isLate;
    private bool isStopping;
    private bool isClosed;
    private bool isCutAfter;
    private double beatAt;

    public PlayedHolder(PlayedRun run)
    {
        this.run = run;
        var settings = new NpgsqlConnectionStringBuilder(run.Database.ConnectionString);
        wire = new Wire(settings.Port);
        settings.Port = wire.Port;
        ledger = PostgresLedger.Open(settings.ConnectionString);
        (pulse, leases) = Join();
    }

    public ManualTime Time { get; } = new();

    public long Number => pulse.Number;

    /// <summary>The server's process that hears its beats.</summary>
    public int Backend => connection!.State == ConnectionState.Open ? connection.ProcessID : 0;

    public bool MayBegin => !isLate && pulse.MayBegin;

    /// <summary>Until when it does nothing.</summary>
    public double AwakeAt { get; set; }

    /// <summary>Until when it does not reach the database.</summary>
    public double CutUntil { get; set; }

    public bool HasNothingOpen => open.Count + waiting.Count + ended.Count + done.Count == 0 && page is null;

    public IEnumerable<Lease> Held => unfinished.Keys;

    public void BeatWhenDue()
    {
        if (Time.Seconds - beatAt >= Pulse.Every.TotalSeconds)
        {
            beatAt = Time.Seconds;
            pulse.Beat();
            if (pulse.IsRemoved)
            {
                EndLate();
            }
        }
    }

    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        if (!MayBegin || isStopping || places.Count >= Hands)
        {
            return;
        }

        var sitting = run.Sittings[run.Chance.Next(run.Sittings.Count)].Key;
        int[] known = [.. unfinished.Keys.Concat(done).Concat(page?.Pages.SelectMany(due => due.Ended) ?? []).Where(lease => lease.Sitting == sitting).Select(lease => lease.First)];
        if (await run.AskAsync(this, () => leases.TakeAsync(sitting, known, 8, cancellationToken)) is (true, { } lease))
        {
            var answered = await run.AnsweredAsync(lease, cancellationToken);
            var missing = Enumerable.Range(lease.First, lease.Places).Where(place => !answered.Contains(place)).ToList();
            unfinished.Add(lease, missing.Count);
            missing.ForEach(place => places.Enqueue((lease, place)));
            Finish(lease, 0);
        }
    }

    public async Task CallAsync(CancellationToken cancellationToken)
    {
        if (!MayBegin || isStopping || open.Count + waiting.Count >= Hands || !places.TryPeek(out var next))
        {
            return;
        }

        var sitting = next.Lease.Sitting;
        var model = run.IsJudged && sitting == "s1" && run.Chance.Next(6) == 0 ? "judge" : PlayedRun.ModelOf(sitting);
        foreach (var budget in run.BudgetsOf(model))
        {
            if (!await CoverAsync(budget, sitting, model, cancellationToken))
            {
                return;
            }
        }

        var call = run.NewCall(Number, sitting, model, next.Place);
        if (!call.IsJudge)
        {
            places.Dequeue();
        }

        SetAside(model, 0, PlayedCall.Worst);
        if (BooksOf(sitting).Open(PlayedCall.Worst))
        {
            Send(call);
        }
        else
        {
            waiting.Add(call);
        }
    }

    /// <summary>One of the calls under way ends.</summary>
    public void Answer()
    {
        if (open.Count == 0)
        {
            return;
        }

        var call = open[run.Chance.Next(open.Count)];
        open.Remove(call);
        ended.Add(call);
        if (call.IsLost)
        {
            BooksOf(call.Sitting).Lose(call.Model, PlayedCall.Worst);
        }

        if (!call.IsJudge && unfinished.Keys.FirstOrDefault(lease => IsIn(lease, call)) is { } held)
        {
            if (call.IsLost)
            {
                places.Enqueue((held, call.Place));
            }
            else
            {
                Finish(held, 1);
            }
        }
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        page ??= NewPage();
        if (page is not { } sent)
        {
            isClosed = isLate && HasNothingOpen;
            return;
        }

        var fate = run.Chance.Next(100);
        if (!run.IsReached(this) || fate < 3)
        {
            return;
        }

        if (fate < 8)
        {
            // The connection breaks at the next commit: that it took place is not heard, or it did not.
            isCutAfter = fate < 6;
            wire.CutCommit(isCutAfter, staysDown: true);
        }

        try
        {
            var presence = await ledger.WriteAsync(new Share(Number, PlayedRun.Id), sent.Pages, cancellationToken);
            sent.Book();
            Settle(sent, presence == Presence.Late);
        }
        catch (LedgerFaultException)
        {
            wire.IsDown = false;
            if (isCutAfter)
            {
                sent.Book();
            }
        }

        await run.CheckAsync(cancellationToken);
    }

    /// <summary>Gives back what it does not need.</summary>
    public async Task GiveBackAsync(CancellationToken cancellationToken)
    {
        foreach (var (model, purse) in purses.Where(_ => MayBegin))
        {
            var (_, used, set) = yuan[model];
            yuan[model] = (used + set, used, set);
            await run.AskAsync(this, async () =>
            {
                await purse.GiveBackAsync(used + set, cancellationToken);
                return true;
            });
        }
    }

    /// <summary>Begins nothing more, and returns what it has not asked.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        isStopping = true;
        waiting.ForEach(Release);
        waiting.Clear();
        if (!isLate)
        {
            await leases.ReturnAsync([.. run.Sittings.Select(sitting => sitting.Key)], cancellationToken);
        }

        ForgetLeases();
    }

    public void Leave()
    {
        pulse.Leave();
    }

    /// <summary>What a removed holder does once all it had is written.</summary>
    public void JoinAnew()
    {
        if (isClosed)
        {
            pulse.Dispose();
            (pulse, leases) = Join();
        }
    }

    public async ValueTask DisposeAsync()
    {
        pulse.Dispose();
        await ledger.DisposeAsync();
        await wire.DisposeAsync();
    }

    private static bool IsIn(Lease lease, PlayedCall call) =>
        lease.Sitting == call.Sitting && call.Place >= lease.First && call.Place < lease.First + lease.Places;

    private (Pulse Pulse, Leases Leases) Join()
    {
        var joined = new Pulse(() => run.IsReached(this) ? connection = new(run.Database.ConnectionString + ";Pooling=false") : throw new NpgsqlException("It is cut off."), Time);
        CutUntil = 0;
        joined.Join("played", "1", null);
        ForgetLeases();
        (isLate, isClosed, beatAt) = (false, false, Time.Seconds);
        books.Clear();
        foreach (var model in run.Budgets)
        {
            purses[model] = new Purse(run.Database.Source, PlayedRun.Id, model, joined.Number);
            yuan[model] = default;
        }

        return (joined, new Leases(run.Database.Source, joined.Number));
    }

    private void ForgetLeases()
    {
        places.Clear();
        unfinished.Clear();
        done.Clear();
    }

    private async Task<bool> CoverAsync(string budget, string sitting, string model, CancellationToken cancellationToken)
    {
        var (drawn, used, set) = yuan[budget];
        var needed = used + set + PlayedCall.Worst;
        if (needed <= drawn)
        {
            return true;
        }

        var (isHeard, (drawing, all)) = await run.AskAsync(
            this, () => purses[budget].DrawAsync(needed, PlayedCall.Worst, needed + (3 * PlayedCall.Worst), cancellationToken));
        if (isHeard && drawing == Drawing.Drawn)
        {
            yuan[budget] = (all, used, set);
        }
        else if (isHeard && drawing == Drawing.Later)
        {
            await run.AskBackAsync(cancellationToken);
        }
        else if (isHeard && drawing == Drawing.Never)
        {
            await run.ExhaustAsync(budget, sitting, model, cancellationToken);
        }

        return false;
    }

    private void SetAside(string model, decimal used, decimal set)
    {
        foreach (var budget in run.BudgetsOf(model))
        {
            var own = yuan[budget];
            yuan[budget] = (own.Drawn, own.Used + used, own.Open + set);
        }
    }

    private Books BooksOf(string sitting) => books.TryGetValue(sitting, out var own) ? own : books[sitting] = new Books(sitting, Time);

    private void Send(PlayedCall call)
    {
        open.Add(call);
        run.Send(call);
    }

    private void Finish(Lease lease, int count)
    {
        if ((unfinished[lease] -= count) == 0)
        {
            unfinished.Remove(lease);
            done.Add(lease);
        }
    }

    private PlayedPage? NewPage()
    {
        List<PlayedCall> calls = [.. ended];
        var pages = new List<LedgerPage>();
        foreach (var sitting in run.Sittings.Select(sitting => sitting.Key))
        {
            var (lost, mark) = BooksOf(sitting).Draw(closing: isLate || isStopping);
            var written = PlayedPage.Of(sitting, calls) with { Lost = lost.Values.Sum(), Outstanding = mark, Ended = [.. done.Where(lease => lease.Sitting == sitting)] };
            if (!written.IsEmpty)
            {
                pages.Add(written);
            }
        }

        ended.Clear();
        done.Clear();
        return pages.Count > 0 ? new PlayedPage(calls, pages) { Waiting = [.. waiting] } : null;
    }

    private void Settle(PlayedPage sent, bool isRemoved)
    {
        foreach (var written in sent.Pages)
        {
            BooksOf(written.Sitting).Booked(written.Lost, written.Outstanding);
        }

        foreach (var call in sent.Calls)
        {
            BooksOf(call.Sitting).Close(call.IsLost ? 0 : PlayedCall.Worst);
            SetAside(call.Model, call.Used, -PlayedCall.Worst);
        }

        page = null;
        if (isRemoved)
        {
            pulse.Remove();
            EndLate();
        }

        foreach (var call in sent.Waiting.Where(waiting.Remove))
        {
            if (MayBegin)
            {
                Send(call);
            }
            else
            {
                Release(call);
            }
        }
    }

    private void EndLate()
    {
        isLate = true;
        ForgetLeases();
        waiting.ForEach(Release);
        waiting.Clear();
    }

    private void Release(PlayedCall call)
    {
        BooksOf(call.Sitting).Close(PlayedCall.Worst);
        SetAside(call.Model, 0, -PlayedCall.Worst);
        if (!call.IsJudge && unfinished.Keys.FirstOrDefault(lease => IsIn(lease, call)) is { } held)
        {
            places.Enqueue((held, call.Place));
        }
    }
}
