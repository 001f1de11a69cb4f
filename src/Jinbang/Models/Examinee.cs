using Jinbang.Models.Providers.Batches;

namespace Jinbang.Models;

/// <summary>A model made ready to be asked.</summary>
public abstract class Examinee(Model model) : IDisposable
{
    /// <summary>The model that answers.</summary>
    public Model Model { get; } = model;

    /// <summary>How many questions it can usefully work on at once; null when only the provider limits it.</summary>
    public virtual int? Concurrency => null;

    /// <summary>How fast this model may be asked, as far as the user said.</summary>
    public PaceLimits Limits { get; init; } = PaceLimits.None;

    /// <summary>How fast all models of its account and endpoint together may be asked, as far as the catalogue or the user said.</summary>
    public PaceLimits AccountLimits { get; init; } = PaceLimits.None;

    /// <summary>Where answers' heads tell of the provider's rate limits; null when nobody tells.</summary>
    public RateNotices? Notices { get; init; }

    /// <summary>Asks it in batches; null when it takes none.</summary>
    public virtual Batching? Batching => null;

    /// <summary>What decides chance in a repeat, from 0: the model's seed, one more each time; null when that is left open.</summary>
    public virtual long? SeedOf(int repeat) => (long?)Model.Seed + repeat;

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
