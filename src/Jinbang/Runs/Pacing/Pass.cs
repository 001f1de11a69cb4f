namespace Jinbang.Runs.Pacing;

/// <summary>Leave to make one call.</summary>
/// <param name="bytes">The prompt's length.</param>
internal sealed class Pass(int bytes)
{
    private TaskCompletionSource? waiting;

    public int Bytes { get; } = bytes;

    /// <summary>When leave was given; null before.</summary>
    public double? BeganAt { get; private set; }

    /// <summary>Tokens it was reckoned to take when leave was given.</summary>
    public double Size { get; private set; }

    /// <summary>Whether the call shall tell if a model that failed answers again.</summary>
    public bool IsProbe { get; private set; }

    /// <summary>Whether its call still waits for leave.</summary>
    public bool IsWaiting => waiting is { Task.IsCompleted: false };

    /// <summary>Begins to wait.</summary>
    public Task Wait() => (waiting = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Grant(double now, double size, bool isProbe)
    {
        (BeganAt, Size, IsProbe) = (now, size, isProbe);
        waiting?.SetResult();
    }

    public void Refuse(Exception why) => waiting?.SetException(why);

    public void Withdraw() => waiting?.TrySetCanceled();
}
