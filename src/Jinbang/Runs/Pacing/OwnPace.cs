using Jinbang.Models;

namespace Jinbang.Runs.Pacing;

/// <summary>The pace of one process that has its accounts to itself.</summary>
/// <param name="settings">How a run is carried out.</param>
/// <param name="time">The clock.</param>
public sealed class OwnPace(RunSettings settings, TimeProvider time) : Pace(settings)
{
    private readonly PaceSettings pace = settings.Pace;
    private readonly RunClock clock = new(time);
    private readonly Dictionary<string, Account> accounts = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    internal override Way Open(Examinee examinee, int? concurrency)
    {
        var provider = examinee.Model.Provider;
        if (!accounts.TryGetValue(provider, out var account))
        {
            account = accounts[provider] = new Account(new GivenLimits(examinee.AccountLimits, clock.Now), clock);
        }

        var lane = new Lane(account, examinee.Limits, concurrency, pace);
        account.Add(lane);
        return lane;
    }
}
