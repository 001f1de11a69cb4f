using Jinbang.Models;
using Jinbang.Runs.Pacing;

namespace Jinbang.Cluster.Pacing;

/// <summary>What a silo has to tell and to ask of one model. Guarded by its account.</summary>
/// <param name="model">The model's name at its provider.</param>
internal sealed class LaneNews(string model)
{
    // More than are let in at once, and few enough to ask for again and again.
    private const int MostAsked = 32;

    private readonly Queue<(long Number, Pass Pass)> waiting = new();
    private readonly Dictionary<Pass, long> underWay = [];
    private List<EndedCall> ended = [];
    private List<RateNotice> heard = [];

    public string Model => model;

    /// <summary>How fast it may be asked, as far as the user said.</summary>
    public PaceLimits Limits { get; set; } = PaceLimits.None;

    /// <summary>Most calls under way to it; null when that is to be found out.</summary>
    public int? Concurrency { get; set; }

    /// <summary>How it stands, as it was last told.</summary>
    public PaceView View { get; set; } = new(0, 0);

    /// <summary>Whether calls that wait are named in an exchange that is under way.</summary>
    public bool IsAsked { get; set; }

    /// <summary>Whether calls are under way.</summary>
    public bool IsBusy => underWay.Count > 0;

    /// <summary>Whether there is something that the desk should know at once.</summary>
    public bool IsNew => ended.Count > 0 || heard.Count > 0 || (!IsAsked && Next is not null);

    /// <summary>Whether anything waits for the desk's answer.</summary>
    public bool Waits => ended.Count > 0 || heard.Count > 0 || Next is not null;

    private Pass? Next
    {
        get
        {
            while (waiting.TryPeek(out var first))
            {
                if (first.Pass.IsWaiting)
                {
                    return first.Pass;
                }

                waiting.Dequeue();
            }

            return null;
        }
    }

    public void Wait(long number, Pass pass) => waiting.Enqueue((number, pass));

    public void Hear(RateNotice notice) => heard.Add(notice);

    /// <summary>Counts a call's end.</summary>
    public void End(Pass pass, Func<long, EndedCall> end)
    {
        if (underWay.Remove(pass, out var number))
        {
            ended.Add(end(number));
        }
    }

    /// <summary>Lets a call begin.</summary>
    /// <param name="granted">The leave.</param>
    /// <param name="now">The time.</param>
    /// <param name="isInTime">Whether it may still be used.</param>
    /// <returns>Whether it is a call of this model.</returns>
    public bool Begin(GrantedPass granted, double now, bool isInTime)
    {
        if (waiting.FirstOrDefault(call => call.Number == granted.Number) is not { Pass: { } pass })
        {
            return false;
        }

        if (isInTime && pass.IsWaiting)
        {
            underWay.Add(pass, granted.Number);
            pass.Grant(now, granted.Size, granted.IsProbe);
        }
        else
        {
            Decline(granted);
        }

        return true;
    }

    /// <summary>Gives leave back.</summary>
    public void Decline(GrantedPass granted) => ended.Add(new EndedCall(granted.Number, CallEnd.Unused));

    /// <summary>Tells all who wait why they wait in vain.</summary>
    public void Refuse(ProviderException why)
    {
        while (Next is { } pass)
        {
            pass.Refuse(why);
        }
    }

    /// <summary>Takes what is to be told.</summary>
    /// <param name="isWhole">Whether calls under way are named.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="transit">How long what is told is on its way.</param>
    public LaneTold Tell(bool isWhole, RunClock clock, TimeSpan transit)
    {
        var now = clock.Now;
        var asked = waiting.Where(call => call.Pass.IsWaiting).Take(MostAsked).Select(call => new WaitingCall(call.Number, call.Pass.Bytes)).ToList();
        var told = new LaneTold(model, Limits, Concurrency)
        {
            UnderWay = isWhole ? [.. underWay.Select(call => CallOf(call.Key, call.Value, now))] : [],
            Ended = ended,
            Heard = [.. heard.Select(head => new HeardNotice(TimeSpan.FromSeconds(now - clock.At(head.SentAt)) + transit, head.Requests, head.Tokens))],
            Waiting = asked,
        };
        (ended, heard, IsAsked) = ([], [], asked.Count > 0);
        return told;
    }

    /// <summary>What was told did not arrive, or perhaps did; it is told again.</summary>
    public void TakeBack(LaneTold told) => ended.InsertRange(0, told.Ended);

    private static CallUnderWay CallOf(Pass pass, long number, double now) =>
        new(number, pass.Bytes, pass.Size, pass.IsProbe, TimeSpan.FromSeconds(now - pass.BeganAt!.Value));
}
