namespace Jinbang.Runs.Pacing;

/// <summary>How a run finds out how fast a model may be asked, and when it stops asking.</summary>
public sealed record PaceSettings
{
    /// <summary>Calls under way at first, when nobody said how many may be.</summary>
    public int FirstConcurrency { get; init; } = 4;

    /// <summary>Most calls under way, when nobody said how many may be.</summary>
    public int MostConcurrency { get; init; } = 128;

    /// <summary>Failures in a row after which calls pause until one of them has been tried with success.</summary>
    public int FailuresToPause { get; init; } = 8;

    /// <summary>The first pause, after failures or after a refusal that says nothing; doubled while nothing gets better.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest pause that is not asked for.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a model that has never answered is tried after its first call.</summary>
    public TimeSpan PatienceWithStrangers { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a model that has answered before is tried after its last reply.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a model that only refuses for its rate limits is waited for; also the longest wait that a provider may ask for.</summary>
    public TimeSpan PatienceWithRefusals { get; init; } = TimeSpan.FromHours(1);
}
