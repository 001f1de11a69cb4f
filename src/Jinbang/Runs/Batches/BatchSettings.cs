namespace Jinbang.Runs.Batches;

/// <summary>How a run waits for batches.</summary>
public sealed record BatchSettings
{
    /// <summary>Whether to wait for the results, as against leaving when everything is handed over.</summary>
    public bool Wait { get; init; } = true;

    /// <summary>Wait before the second look at a batch; doubled for each further one.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait between two looks.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long a batch that may have been sent can take to turn up at the provider, after which it is looked for once more.</summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromSeconds(3);
}
