namespace Jinbang.Runs;

/// <summary>How often and how patiently a failed call is repeated.</summary>
/// <param name="Most">Most repeats of one call.</param>
/// <param name="FirstDelay">Wait before the first repeat; doubled for each further one, with jitter.</param>
/// <param name="LongestDelay">Longest wait, also when the provider asks for more.</param>
/// <param name="MostUnreachable">Most repeats when the endpoint cannot even be reached.</param>
public sealed record RetrySettings(int Most, TimeSpan FirstDelay, TimeSpan LongestDelay, int MostUnreachable)
{
    /// <summary>Six repeats from half a second up to a minute; two when the endpoint cannot be reached.</summary>
    public static RetrySettings Default { get; } = new(6, TimeSpan.FromSeconds(0.5), TimeSpan.FromMinutes(1), 2);
}
