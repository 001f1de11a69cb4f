using System.Runtime.ExceptionServices;
using Jinbang.Models;

namespace Jinbang.Runs.Batches;

/// <summary>How long to go on handing batches over that are refused.</summary>
/// <param name="settings">How often and how patiently.</param>
/// <param name="time">The clock.</param>
internal sealed class HandingOver(RunSettings settings, TimeProvider time)
{
    private readonly Pauses pauses = new(settings.Batches!.FirstPause, settings.Batches.LongestPause);
    private readonly long start = time.GetTimestamp();
    private int failures;

    /// <summary>A batch was refused.</summary>
    /// <returns>How long to wait before the next try.</returns>
    /// <exception cref="ProviderException">It is not worth trying again.</exception>
    public TimeSpan Fail(ProviderException fault)
    {
        var mayTry = fault.Kind == FaultKind.RateLimited
            ? time.GetElapsedTime(start) < settings.Retries.LongestRefused
            : fault.IsPassing && failures++ < settings.Retries.Most;
        if (!mayTry)
        {
            ExceptionDispatchInfo.Throw(fault);
        }

        return pauses.Next(fault.RetryAfter);
    }
}
