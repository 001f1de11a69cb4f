using Jinbang.Runs;
using Jinbang.Runs.Sharing;
using Npgsql;

namespace Jinbang.Tests.Runs.Sharing;

/// <summary>Three processes on one run, a provider, and bad weather, by a seed: one step after the other, each transaction a real one.</summary>
/// <param name="database">Where everything is kept.</param>
/// <param name="seed">Of all chance.</param>
/// <param name="capShare">The caps, as a share of what the run may cost at its worst.</param>
internal sealed class PlayedRun(SharingDatabase database, int seed, decimal capShare) : IAsyncDisposable
{
    public const string Id = "run";

    /// <summary>Yuan that were booked before the run began.</summary>
    public const decimal Before = 0.02m;

    private const int LongestSteps = 20_000;

    private readonly List<PlayedHolder> holders = [];
    private readonly List<PlayedCall> calls = [];
    private readonly HashSet<string> stopped = [];
    private readonly HashSet<PlayedHolder> suspended = [];
    private readonly List<long> killed = [];
    private double now;

    public IReadOnlyList<KeyValuePair<string, int>> Sittings { get; } = [new("s1", 40), new("s2", 25)];

    public IReadOnlyList<string> Budgets { get; } = ["", "m1", "judge"];

    public Random Chance { get; } = new(seed);

    public SharingDatabase Database => database;

    /// <summary>Whether the judge has yuan left.</summary>
    public bool IsJudged { get; private set; } = true;

    /// <summary>What happened, for who looks at a seed that went wrong.</summary>
    public List<string> Events { get; } = [];

    public static string ModelOf(string sitting) => sitting == "s1" ? "m1" : "m2";

    public IEnumerable<string> BudgetsOf(string model) => Budgets.Where(budget => budget == model).Append("");

    /// <summary>Plays the run to its end.</summary>
    /// <exception cref="InvalidOperationException">Something was wrong, or it does not end.</exception>
    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        for (var step = 0; !await IsOverAsync(cancellationToken); step++)
        {
            if (step == LongestSteps)
            {
                throw new InvalidOperationException("It does not end.");
            }

            await StepAsync(cancellationToken);
        }

        await EndAsync(cancellationToken);
    }

    public bool IsReached(PlayedHolder holder) => holder.CutUntil <= now;

    /// <summary>A transaction of a holder, which may not arrive, and whose end it may not hear of.</summary>
    public async Task<(bool IsHeard, T Answer)> AskAsync<T>(PlayedHolder holder, Func<Task<T>> what)
    {
        if (!IsReached(holder) || Chance.Next(100) < 3)
        {
            return default;
        }

        var answer = await what();
        await CheckAsync(TestContext.Current.CancellationToken);
        return Chance.Next(100) < 3 ? default : (true, answer);
    }

    public PlayedCall NewCall(long holder, string sitting, string model, int place) =>
        new(holder, sitting, model, place, Math.Round(PlayedCall.Worst * (decimal)(0.1 + (0.9 * Chance.NextDouble())), 6)) { IsLost = Chance.Next(100) < 5 };

    public void Send(PlayedCall call) => calls.Add(call);

    public async Task<HashSet<int>> AnsweredAsync(Lease lease, CancellationToken cancellationToken)
    {
        var keys = await database.AskAsync<string[]>(
            "SELECT coalesce(array_agg(key), '{}') FROM attempt WHERE sitting = $1 AND outcome <> 'Failed'", cancellationToken, lease.Sitting);
        return [.. keys.Select(key => int.Parse(key[^4..], System.Globalization.CultureInfo.InvariantCulture))];
    }

    /// <summary>Has all give back what they do not need, when one has too little.</summary>
    public async Task AskBackAsync(CancellationToken cancellationToken)
    {
        foreach (var holder in holders.Where(IsAwake).ToList())
        {
            await holder.GiveBackAsync(cancellationToken);
        }
    }

    public async Task ExhaustAsync(string budget, string sitting, string model, CancellationToken cancellationToken)
    {
        Events.Add($"{budget} exhausted");
        if (budget == "judge" || model == "judge")
        {
            IsJudged = false;
            return;
        }

        stopped.Add(sitting);
        await database.ExecuteAsync("UPDATE work SET stopped = true WHERE sitting = $1", cancellationToken, sitting);
    }

    public Task CheckAsync(CancellationToken cancellationToken) => new PlayedBooks(database, calls).CheckAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var holder in holders)
        {
            await holder.DisposeAsync();
        }
    }

    private bool IsAwake(PlayedHolder holder) => holder.AwakeAt <= now;

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        await database.SitAsync("s1", "m1", cancellationToken);
        await database.SitAsync("s2", "m2", cancellationToken);
        // What was there before counts: some is paid, lost, or owed by somebody who is gone.
        await database.ExecuteAsync("UPDATE sitting SET lost_yuan = 0.005; INSERT INTO outstanding (sitting, holder, run, yuan, is_forfeit) VALUES ('s1', 0, 'earlier', 0.01, true)", cancellationToken);
        var worst = Sittings.Sum(sitting => sitting.Value) * PlayedCall.Worst;
        await new SharedRuns(database.Source).PlaceAsync(
            new RunOrder(Id, [], "tester", DateTimeOffset.UnixEpoch, "1")
            {
                Works = [.. Sittings.Select(sitting => new WorkOrder(sitting.Key, "account", sitting.Value))],
                Cap = (worst * capShare) + Before,
                ModelCaps = new Dictionary<string, decimal> { ["m1"] = (worst * capShare * 0.7m) + 0.015m, ["judge"] = worst * 0.1m },
                Judges = new HashSet<string> { "judge" },
            },
            cancellationToken);
        for (var holder = 0; holder < 3; holder++)
        {
            holders.Add(new PlayedHolder(this));
        }
    }

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        var chance = Chance.Next(1000);
        if (chance < 120)
        {
            await TickAsync(cancellationToken);
            return;
        }

        var holder = holders[Chance.Next(holders.Count)];
        if (!IsAwake(holder))
        {
            return;
        }

        await (chance switch
        {
            < 450 => holder.CallAsync(cancellationToken),
            < 650 => Done(holder.Answer),
            < 800 => holder.CommitAsync(cancellationToken),
            < 900 => holder.TakeAsync(cancellationToken),
            < 930 => holder.GiveBackAsync(cancellationToken),
            < 980 => Done(holder.JoinAnew),
            < 988 => Done(() => Pause(holder)),
            < 994 => Done(() => Cut(holder)),
            < 996 => KillAsync(holder),
            _ => TurnAsync(cancellationToken),
        });
    }

    private static Task Done(Action what)
    {
        what();
        return Task.CompletedTask;
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        var seconds = 0.05 + (Chance.NextDouble() * 0.25);
        now += seconds;
        foreach (var (holder, at) in holders.Select((holder, at) => (holder, at)).ToList())
        {
            // No two clocks agree.
            if (IsAwake(holder) || !suspended.Contains(holder))
            {
                holder.Time.MoveTo(holder.Time.Seconds + (seconds * (0.95 + (0.05 * at))));
            }

            if (IsAwake(holder))
            {
                suspended.Remove(holder);
                holder.BeatWhenDue();
                await CheckAsync(cancellationToken);
            }
        }
    }

    private void Pause(PlayedHolder holder)
    {
        Events.Add($"{holder.Number} pauses");
        holder.AwakeAt = now + (Chance.NextDouble() * 6);
        if (Chance.Next(2) == 0)
        {
            suspended.Add(holder);
        }
    }

    private void Cut(PlayedHolder holder)
    {
        if (!IsReached(holder))
        {
            return;
        }

        Events.Add($"{holder.Number} is cut off");
        holder.CutUntil = now + (Chance.NextDouble() * 6);
        // The server notices that a connection is gone when it is used next; so does the client.
        using var connection = new NpgsqlConnection(database.ConnectionString);
        connection.Open();
        using var end = connection.Command("SELECT pg_terminate_backend($1)", holder.Backend);
        end.ExecuteNonQuery();
    }

    private async Task KillAsync(PlayedHolder holder)
    {
        Events.Add($"{holder.Number} is killed");
        killed.Add(holder.Number);
        await holder.DisposeAsync();
        holders[holders.IndexOf(holder)] = new PlayedHolder(this);
    }

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        var runs = new SharedRuns(database.Source);
        if (!await runs.PauseAsync(Id, cancellationToken))
        {
            await runs.ResumeAsync(Id, cancellationToken);
        }
    }

    private async Task<bool> IsOverAsync(CancellationToken cancellationToken)
    {
        var left = await database.AskAsync<string[]>(
            "SELECT coalesce(array_agg(sitting), '{}') FROM work WHERE next < places OR EXISTS (SELECT FROM lease WHERE lease.sitting = work.sitting)", cancellationToken);
        return left.All(stopped.Contains);
    }

    /// <summary>All end in good order; those that were killed are removed.</summary>
    private async Task EndAsync(CancellationToken cancellationToken)
    {
        foreach (var holder in holders)
        {
            (holder.AwakeAt, holder.CutUntil) = (0, 0);
            await holder.StopAsync(cancellationToken);
        }

        for (var round = 0; round < 40; round++)
        {
            foreach (var holder in holders)
            {
                holder.Answer();
                await holder.CommitAsync(cancellationToken);
            }

            await TickAsync(cancellationToken);
        }

        foreach (var holder in holders)
        {
            Assert.True(holder.HasNothingOpen);
            holder.Leave();
            await CheckAsync(cancellationToken);
        }

        await new SharedRuns(database.Source).ResumeAsync(Id, cancellationToken);
        Assert.Equal(RunState.Ended, await new SharedRuns(database.Source).CloseAsync(Id, cancellationToken));
        Assert.Equal(0L, await database.AskAsync<long>("SELECT count(*) FROM holder", cancellationToken));
        Assert.Equal(0L, await database.AskAsync<long>("SELECT count(*) FROM work", cancellationToken));
        Assert.All(Sittings.Where(sitting => !stopped.Contains(sitting.Key)), sitting => Assert.Equal(
            sitting.Value, calls.Where(call => call.Sitting == sitting.Key && call is { IsBooked: true, IsLost: false, IsJudge: false }).DistinctBy(call => call.Place).Count()));
        Assert.Equal(0m, await database.AskAsync<decimal>(
            "SELECT coalesce(sum(drawn - used), 0) FROM purse WHERE holder <> ALL ($1)", cancellationToken, killed.ToArray()));
    }
}
