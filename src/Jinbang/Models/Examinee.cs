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

    /// <summary>Asks once, without retries, and tells of the reply while it comes; all at its end where it does not come in pieces.</summary>
    /// <param name="prompt">What is asked.</param>
    /// <param name="hear">Is told each piece, in order.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>As of <see cref="AskAsync(Prompt, CancellationToken)"/>.</returns>
    /// <exception cref="ProviderException">No usable reply was had; pieces may have been told before.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public virtual async Task<Reply> AskAsync(Prompt prompt, Action<ReplyPiece> hear, CancellationToken cancellationToken)
    {
        var reply = await AskAsync(prompt, cancellationToken);
        hear(new(reply.Thinking ?? "", IsThinking: true));
        hear(new(reply.Text, IsThinking: false));
        return reply;
    }

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
