namespace Jinbang.Web.Workspaces;

/// <summary>Takes in, in the background, what changes in the workspace's file and its exams.</summary>
/// <param name="open">The workspace.</param>
/// <param name="time">The clock.</param>
internal sealed class WorkspaceFollowing(OpenWorkspace open, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await open.ExamsAsync();
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, time, stoppingToken);
            open.Follow();
        }
    }
}
