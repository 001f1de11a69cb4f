namespace Jinbang.Runs;

/// <summary>How often and how patiently a failed call is repeated.</summary>
/// <remarks>A call that the provider refuses for its rate limits has not been made, so it uses up none of the repeats; nor
/// does one that only tries whether a failing model answers again.</remarks>
/// <param name="Most">Most repeats of one call.</param>
/// <param name="FirstDelay">Wait before the first repeat; doubled for each further one, with jitter.</param>
/// <param name="LongestDelay">Longest wait.</param>
public sealed record RetrySettings(int Most, TimeSpan FirstDelay, TimeSpan LongestDelay)
{
    /// <summary>Six repeats, from half a second up to a minute, within half an hour.</summary>
    public static RetrySettings Default { get; } = new(6, TimeSpan.FromSeconds(0.5), TimeSpan.FromMinutes(1));

    /// <summary>Longest time from the first call of a question to the start of its last.</summary>
    public TimeSpan LongestTrying { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Longest time that one question may be refused for rate limits.</summary>
    public TimeSpan LongestRefused { get; init; } = TimeSpan.FromHours(1);
}
