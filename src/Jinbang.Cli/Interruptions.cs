using System.Runtime.InteropServices;

namespace Jinbang.Cli;

/// <summary>Ctrl-C and the signals that end a program. A first Ctrl-C lets a run finish the calls under way; a second one,
/// or another signal, stops at once, and what was answered still reaches the disk, however long that takes; a third ends
/// the process.</summary>
internal sealed class Interruptions : IDisposable
{
    private readonly CancellationTokenSource drain = new();
    private readonly CancellationTokenSource stop = new();
    private readonly List<PosixSignalRegistration> registrations = [];
    private volatile bool canDrain;

    /// <summary>Cancelled when nothing new is to be asked.</summary>
    public CancellationToken Drain => drain.Token;

    /// <summary>Cancelled when all is to end.</summary>
    public CancellationToken Stop => stop.Token;

    /// <summary>Whether calls under way are being finished.</summary>
    public bool IsDraining => drain.IsCancellationRequested && !stop.IsCancellationRequested;

    /// <summary>Those of the process.</summary>
    public static Interruptions OfProcess()
    {
        var interruptions = new Interruptions();
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT])
        {
            interruptions.registrations.Add(PosixSignalRegistration.Create(signal, interruptions.Take));
        }

        return interruptions;
    }

    /// <summary>From here on there are calls that a first Ctrl-C lets finish.</summary>
    public void AllowDraining() => canDrain = true;

    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        drain.Dispose();
        stop.Dispose();
    }

    private void Take(PosixSignalContext context)
    {
        // What is not cancelled here ends the process.
        context.Cancel = !stop.IsCancellationRequested;
        if (context.Signal == PosixSignal.SIGINT && canDrain && !drain.IsCancellationRequested)
        {
            drain.Cancel();
        }
        else
        {
            stop.Cancel();
        }
    }
}
