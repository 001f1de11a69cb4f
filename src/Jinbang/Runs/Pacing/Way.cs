using Jinbang.Models;

namespace Jinbang.Runs.Pacing;

/// <summary>The way to one model: when a call may begin. Safe to use from any thread.</summary>
internal abstract class Way
{
    /// <summary>Most calls that may ever be under way; more callers would only wait.</summary>
    public abstract int Ceiling { get; }

    /// <summary>The pace at this moment.</summary>
    public abstract PaceView View { get; }

    /// <summary>Waits for leave to make one call; give it back with one of the methods below.</summary>
    /// <param name="bytes">The prompt's length.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ProviderException">The model is given up: it has failed or refused for too long.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public abstract ValueTask<Pass> EnterAsync(int bytes, CancellationToken cancellationToken);

    /// <summary>The call brought a reply.</summary>
    public abstract void Leave(Pass pass, Reply reply);

    /// <summary>The call brought none.</summary>
    public abstract void Leave(Pass pass, ProviderException fault);

    /// <summary>The call was not made, or its end was not awaited.</summary>
    public abstract void Abandon(Pass pass);

    /// <summary>Hears what the head of an answer says of limits.</summary>
    public abstract void Hear(RateNotice notice);
}
