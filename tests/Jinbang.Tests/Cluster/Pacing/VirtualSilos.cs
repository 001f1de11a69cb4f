using Jinbang.Cluster.Pacing;
using Jinbang.Models;
using Jinbang.Tests.Runs.Pacing;

namespace Jinbang.Tests.Cluster.Pacing;

/// <summary>Three silos that ask one virtual server by leave of one desk, in virtual time: the same each time, and done in moments.</summary>
internal sealed class VirtualSilos : IDisposable
{
    private readonly ManualTime time = new();
    private readonly Pump pump = new();
    private readonly Random chance;
    private readonly PriorityQueue<TaskCompletionSource, double> delays = new();
    private readonly CancellationTokenSource end = new();
    private readonly List<double> arrivals = [];
    private readonly VirtualServer server;
    private readonly RemoteAccount[] accounts;
    private readonly int? concurrency;
    private PaceLimits limits;
    private RemoteWay[] ways = [];
    private readonly int[] asked;
    private int underWay;
    private int generation;

    public VirtualSilos(VirtualServer server, PaceLimits? limits = null, int? concurrency = null, int silos = 3, int seed = 7)
    {
        chance = new Random(seed);
        (this.server, this.limits) = (server, limits ?? PaceLimits.None);
        Desk = new AccountDesk(this.limits, time);
        (Answered, asked) = (new int[silos], new int[silos]);
        this.concurrency = concurrency;
        accounts = [.. Enumerable.Range(0, silos).Select(silo => new RemoteAccount(NameOf(silo), (told, token) => ExchangeAsync(silo, told, token), time, end.Token))];
        Limit(this.limits);
    }

    /// <summary>The desk that decides; null while there is none.</summary>
    public AccountDesk? Desk { get; private set; }

    /// <summary>Share of messages that are lost on their way.</summary>
    public double Lost { get; init; }

    /// <summary>Seconds that answers to a silo take.</summary>
    public Func<int, double>? Slowness { get; init; }

    /// <summary>Replies had, by silo.</summary>
    public int[] Answered { get; }

    public int Refused { get; private set; }

    public int Exchanges { get; private set; }

    /// <summary>Most calls under way at the server.</summary>
    public int Most { get; private set; }

    /// <summary>From the beginning to the last reply.</summary>
    public double Makespan { get; private set; }

    /// <summary>Calls under way, as the desk counts them.</summary>
    public int UnderWay
    {
        get
        {
            var answer = Desk!.ExchangeAsync(new Told("onlooker", 1, limits, [new LaneTold("model", PaceLimits.None, concurrency)]) { IsWhole = true }, default, end.Token);
            pump.Run();
            return answer.Result.Lanes[0].View.UnderWay;
        }
    }

    private string[] Asking => [.. Enumerable.Range(0, ways.Length).Where(silo => Answered[silo] < asked[silo]).Select(NameOf)];

    /// <summary>Most calls that reached the server in a minute.</summary>
    public int MostInAMinute => arrivals.Select((from, first) => arrivals.Skip(first).TakeWhile(at => at < from + 60).Count()).DefaultIfEmpty().Max();

    /// <summary>The next run has other limits for the account.</summary>
    public void Limit(PaceLimits all)
    {
        limits = all;
        ways = [.. accounts.Select(account => account.Open("model", all, PaceLimits.None, concurrency, concurrency ?? 128, room: null))];
    }

    /// <summary>Has each silo want calls that it gives up soon after, by chance within so many seconds.</summary>
    public void WantInVain(int calls, double patience)
    {
        for (var call = 0; call < calls * ways.Length; call++)
        {
            _ = WantAsync(ways[call % ways.Length], chance.NextDouble() * patience);
        }
    }

    /// <summary>Gives each silo questions to ask.</summary>
    public void Ask(params int[] questions)
    {
        foreach (var (silo, count) in questions.Index())
        {
            asked[silo] += count;
            for (var i = 0; i < count; i++)
            {
                _ = AskAsync(silo);
            }
        }
    }

    /// <summary>Goes on until so many are answered, or until a moment.</summary>
    public void Run(int answered, double until = 3600)
    {
        while (Answered.Sum() < answered && time.Seconds < until)
        {
            time.MoveTo(time.Seconds + 0.001);
            pump.Run();
            while (delays.TryPeek(out var over, out var at) && at <= time.Seconds)
            {
                delays.Dequeue();
                over.SetResult();
                pump.Run();
            }
        }
    }

    /// <summary>The desk is lost with all it knew; another begins after a while.</summary>
    public void LoseDesk(double away)
    {
        (Desk, generation) = (null, generation + 1);
        Run(int.MaxValue, time.Seconds + away);
        Desk = new AccountDesk(limits, time);
    }

    public void Dispose()
    {
        end.Cancel();
        end.Dispose();
        pump.Dispose();
    }

    private async Task WantAsync(RemoteWay way, double patience)
    {
        using var limit = new CancellationTokenSource();
        var wanted = way.EnterAsync(40, limit.Token).AsTask();
        await Delay(patience);
        End(limit);
        if (await Task.WhenAny(wanted) is { IsCompletedSuccessfully: true })
        {
            way.Abandon(await wanted);
        }
    }

    // Here and now, where the asynchronous way would need a thread of its own and so real time.
    private static void End(CancellationTokenSource limit) => limit.Cancel();

    private static string NameOf(int silo) => $"silo {silo}";

    private async Task AskAsync(int silo)
    {
        var way = ways[silo];
        while (true)
        {
            var pass = await way.EnterAsync(40, default);
            var sentAt = time.GetTimestamp();
            await Delay(0.0005);
            arrivals.Add(time.Seconds);
            var isIn = (server.MostUnderWay is null || underWay < server.MostUnderWay) && server.Take(time.Seconds);
            var (told, wait) = (server.Tell(time.Seconds), server.RetryAfter(time.Seconds));
            underWay += isIn ? 1 : 0;
            Most = Math.Max(Most, underWay);
            await Delay(isIn ? server.Latency : 0.001);
            if (server.Tells)
            {
                way.Hear(new RateNotice(sentAt, told, null));
            }

            if (isIn)
            {
                (underWay, Makespan) = (underWay - 1, time.Seconds);
                Answered[silo]++;
                way.Leave(pass, new Reply(Outcome.Replied, "2") { FirstToken = TimeSpan.FromSeconds(server.Latency) });
                return;
            }

            Refused++;
            way.Leave(pass, new ProviderException(FaultKind.RateLimited, new("slow down", "慢点"), wait));
        }
    }

    private async Task<Granted> ExchangeAsync(int silo, Told told, CancellationToken cancellationToken)
    {
        Exchanges++;
        var at = generation;
        await TravelAsync(0);
        if (Desk is not { } desk)
        {
            await Delay(1);
            throw new TimeoutException("nobody is there");
        }

        var granted = await desk.ExchangeAsync(told, generation > 0 ? desk.SilenceFor(Asking) : TimeSpan.Zero, cancellationToken);
        await TravelAsync(Slowness?.Invoke(silo) ?? 0);
        return at == generation ? granted : throw new TimeoutException("its silo is gone");
    }

    private async Task TravelAsync(double more)
    {
        await Delay((chance.NextDouble() * 0.02) + more);
        if (chance.NextDouble() < Lost)
        {
            await Delay(1);
            throw new TimeoutException("lost on its way");
        }
    }

    private Task Delay(double seconds)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        delays.Enqueue(over, time.Seconds + seconds);
        return over.Task;
    }
}
