using Jinbang.Models;

namespace Jinbang.Runs.Pacing;

/// <summary>The pace of one process that has its accounts to itself.</summary>
/// <param name="settings">How a run is carried out.</param>
/// <param name="time">The clock.</param>
public sealed class OwnPace(RunSettings settings, TimeProvider time) : Pace
{
    private readonly RunClock clock = new(time);
    private readonly Lock gate = new();
    private readonly Dictionary<string, Account> accounts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Provider, string Id), Lane> lanes = [];
    private readonly HashSet<Examinee> listening = [];

    /// <inheritdoc/>
    public override PaceView? Look(Model model)
    {
        lock (gate)
        {
            return lanes.GetValueOrDefault((model.Provider, model.Id))?.View;
        }
    }

    /// <inheritdoc/>
    internal override Way WayTo(Examinee examinee)
    {
        var model = examinee.Model;
        lock (gate)
        {
            if (!lanes.TryGetValue((model.Provider, model.Id), out var lane))
            {
                lane = lanes[(model.Provider, model.Id)] = Open(examinee);
            }

            if (listening.Add(examinee))
            {
                examinee.Notices?.Listen(lane.Hear);
            }

            return lane;
        }
    }

    private Lane Open(Examinee examinee)
    {
        var provider = examinee.Model.Provider;
        if (!accounts.TryGetValue(provider, out var account))
        {
            account = accounts[provider] = new Account(new GivenLimits(examinee.AccountLimits, clock.Now), clock);
        }

        var concurrency = ((int?[])[examinee.Concurrency, settings.Concurrency, examinee.Limits.Concurrency]).Min();
        var lane = new Lane(account, examinee.Limits, concurrency, settings.Pace);
        account.Add(lane);
        return lane;
    }
}
