namespace Jinbang.Simulator;

/// <summary>Lets the caller alone decide when the server ends, and leaves the process's signals to it.</summary>
internal sealed class CallerLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
