namespace Jinbang.Runs.Pacing;

/// <summary>A model's pace at one moment.</summary>
/// <param name="UnderWay">Calls under way.</param>
/// <param name="AtOnce">Calls that may be under way.</param>
public sealed record PaceView(int UnderWay, int AtOnce)
{
    /// <summary>Requests a minute that are known or learnt to be allowed; null when no such limit is known.</summary>
    public double? PerMinute { get; init; }

    /// <summary>Until the next call after a refusal or a failure; null when calls do not pause.</summary>
    public TimeSpan? Pause { get; init; }

    /// <summary>What calls pause for; null when they do not pause after failures.</summary>
    public string? Fault { get; init; }

    /// <summary>Calls that were refused for a rate limit so far.</summary>
    public int Refused { get; init; }

    /// <summary>Times that calls paused after failures so far.</summary>
    public int Outages { get; init; }
}
