using Jinbang.Models;
using Jinbang.Runs.Pacing;

namespace Jinbang.Tests.Runs.Pacing;

/// <summary>Calls of one lane against a virtual server, in virtual time: the same each time, and done in milliseconds.</summary>
internal sealed class VirtualRun
{
    private readonly ManualTime time = new();
    private readonly PriorityQueue<(double At, Action Do), double> events = new();
    private readonly List<Pass> asking = [];
    private readonly Account account;
    private readonly Lane lane;
    private readonly VirtualServer server;
    private int left;
    private int underWay;

    private VirtualRun(VirtualServer server, PaceLimits limits, int? concurrency, int questions)
    {
        this.server = server;
        account = new Account(new GivenLimits(limits, 0), new RunClock(time));
        lane = new Lane(account, PaceLimits.None, concurrency, new PaceSettings());
        account.Add(lane);
        left = questions;
    }

    public int Refused { get; private set; }

    public int Answered { get; private set; }

    /// <summary>From the first call to the last reply.</summary>
    public double Makespan { get; private set; }

    public static VirtualRun Of(VirtualServer server, int questions, PaceLimits? limits = null, int? concurrency = null)
    {
        var run = new VirtualRun(server, limits ?? PaceLimits.None, concurrency, questions);
        run.Work(questions);
        return run;
    }

    private void Work(int questions)
    {
        while (Answered < questions && time.Seconds < 3600)
        {
            while (asking.Count < lane.Ceiling && left > 0)
            {
                left--;
                Ask();
            }

            time.MoveTo(time.Seconds + 0.001);
            Send();
            while (events.TryPeek(out var next, out var at) && at <= time.Seconds)
            {
                events.Dequeue();
                next.Do();
            }
        }
    }

    private void Ask()
    {
        var pass = new Pass(40);
        asking.Add(pass);
        account.Enter(lane, pass);
    }

    private void Send()
    {
        foreach (var pass in asking.Where(pass => pass.BeganAt is not null).ToList())
        {
            asking.Remove(pass);
            var sentAt = time.GetTimestamp();
            After(0.0005, () => Arrive(pass, sentAt));
        }
    }

    private void Arrive(Pass pass, long sentAt)
    {
        var now = time.Seconds;
        var isIn = (server.MostUnderWay is null || underWay < server.MostUnderWay) && server.Take(now);
        var (told, wait) = (server.Tell(now), server.RetryAfter(now));
        underWay += isIn ? 1 : 0;
        After(isIn ? server.Latency : 0.001, () =>
        {
            if (server.Tells)
            {
                lane.Hear(new RateNotice(sentAt, told, null));
            }

            if (isIn)
            {
                (underWay, Answered, Makespan) = (underWay - 1, Answered + 1, time.Seconds);
                lane.Leave(pass, new Reply(Outcome.Replied, "2") { FirstToken = TimeSpan.FromSeconds(server.Latency) });
            }
            else
            {
                Refused++;
                lane.Leave(pass, new ProviderException(FaultKind.RateLimited, new("slow down", "慢点"), wait));
                Ask();
            }
        });
    }

    private void After(double seconds, Action act) => events.Enqueue((time.Seconds + seconds, act), time.Seconds + seconds);
}
