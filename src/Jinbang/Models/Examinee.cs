namespace Jinbang.Models;

/// <summary>A model made ready to be asked.</summary>
public abstract class Examinee(Model model) : IDisposable
{
    /// <summary>The model that answers.</summary>
    public Model Model { get; } = model;

    /// <summary>How many questions it can usefully work on at once; null when only the provider limits it.</summary>
    public virtual int? Concurrency => null;

    /// <summary>Asks once, without retries.</summary>
    /// <returns>The reply with its tokens and times; its outcome is never Failed.</returns>
    /// <exception cref="ProviderException">No usable reply was had.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public abstract Task<Reply> AskAsync(Prompt prompt, CancellationToken cancellationToken);

    /// <summary>Frees what the model holds.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the model holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
