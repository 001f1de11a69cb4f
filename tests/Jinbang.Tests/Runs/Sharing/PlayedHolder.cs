using System.Data;
using Jinbang.Runs;
using Jinbang.Runs.Sharing;
using Jinbang.Tests.Runs.Pacing;
using Npgsql;

namespace Jinbang.Tests.Runs.Sharing;

/// <summary>One process at work on a run, step by step: its rows, books and clock are real, its calls are not.</summary>
internal sealed class PlayedHolder : IDisposable
{
    private const int Hands = 6;

    private readonly PlayedRun run;
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
    private long nth;
    private double beatAt;

    public PlayedHolder(PlayedRun run)
    {
        this.run = run;
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
        int[] known = [.. unfinished.Keys.Concat(done).Concat(page?.Dues.SelectMany(due => due.Ended) ?? []).Where(lease => lease.Sitting == sitting).Select(lease => lease.First)];
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
        var model = run.IsJudged && sitting == "s1" && run.Chance.Next(6) == 0 ? "judge" : run.ModelOf(sitting);
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
            BooksOf(call.Sitting).Lose(PlayedCall.Worst);
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

        var (isHeard, presence) = await run.AskAsync(this, () => sent.WriteAsync(run.Database, Number, cancellationToken));
        if (isHeard)
        {
            Settle(sent, presence is Presence.Late or Presence.WrittenAndLate);
        }
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
        pulse.Dispose();
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

    public void Dispose() => pulse.Dispose();

    private static bool IsIn(Lease lease, PlayedCall call) =>
        lease.Sitting == call.Sitting && call.Place >= lease.First && call.Place < lease.First + lease.Places;

    private (Pulse Pulse, Leases Leases) Join()
    {
        var joined = new Pulse(() => run.IsReached(this) ? connection = new(run.Database.ConnectionString + ";Pooling=false") : throw new NpgsqlException("It is cut off."), Time);
        CutUntil = 0;
        joined.Join("played", "1", null);
        ForgetLeases();
        (isLate, isClosed, nth, beatAt) = (false, false, 0, Time.Seconds);
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
        var lost = new Dictionary<string, decimal>();
        var dues = new List<Dues>();
        foreach (var (sitting, own) in books)
        {
            var (lostHere, mark) = own.Draw(closing: isLate || isStopping);
            var used = calls.Where(call => call.Sitting == sitting)
                .GroupBy(call => call.Model).ToDictionary(group => group.Key, group => group.Sum(call => call.IsLost ? PlayedCall.Worst : call.Cost));
            List<Lease> over = [.. done.Where(lease => lease.Sitting == sitting)];
            if (lostHere > 0 || mark is not null || used.Count > 0 || over.Count > 0)
            {
                lost[sitting] = lostHere;
                dues.Add(new Dues(PlayedRun.Id, sitting) { Used = used, Mark = mark, Ended = over });
            }
        }

        // A lease of which nothing was missing has no books yet.
        dues.AddRange(done.Where(lease => !books.ContainsKey(lease.Sitting)).GroupBy(lease => lease.Sitting)
            .Select(over => new Dues(PlayedRun.Id, over.Key) { Used = new Dictionary<string, decimal>(), Ended = [.. over] }));
        ended.Clear();
        done.Clear();
        return dues.Count > 0 ? new PlayedPage(++nth, calls, dues, lost) { Waiting = [.. waiting] } : null;
    }

    private void Settle(PlayedPage sent, bool isRemoved)
    {
        foreach (var due in sent.Dues.Where(due => books.ContainsKey(due.Sitting)))
        {
            books[due.Sitting].Booked(sent.Lost.GetValueOrDefault(due.Sitting), due.Mark);
        }

        foreach (var call in sent.Calls)
        {
            BooksOf(call.Sitting).Close(call.IsLost ? 0 : PlayedCall.Worst);
            SetAside(call.Model, call.IsLost ? PlayedCall.Worst : call.Cost, -PlayedCall.Worst);
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
