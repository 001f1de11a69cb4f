using System.Runtime.InteropServices;

namespace Jinbang.Cluster.Silos;

/// <summary>The signals that end a silo: at the first it finishes and leaves, a second one ends the process as it stands.</summary>
/// <param name="silo">The silo's life.</param>
internal sealed class Signals(IHostApplicationLifetime silo) : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> registrations = [];

    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        registrations.AddRange(((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT])
            .Select(signal => PosixSignalRegistration.Create(signal, Take)));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => registrations.ForEach(registration => registration.Dispose());

    private void Take(PosixSignalContext context)
    {
        // What is not cancelled here ends the process.
        context.Cancel = !silo.ApplicationStopping.IsCancellationRequested;
        silo.StopApplication();
    }
}
