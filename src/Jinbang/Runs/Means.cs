using Jinbang.Runs.Pacing;

namespace Jinbang.Runs;

/// <summary>What runs work with and may share with others: their pace, their yuan, the attempts that are to be made, and the ledger.</summary>
public abstract class Means
{
    /// <summary>How fast models are asked; what it learns serves all runs that share it.</summary>
    public abstract Pace Pace { get; }

    /// <summary>This process at work on a run's ledger.</summary>
    public abstract Holder HolderOf(Ledger ledger);

    /// <summary>Where a budget's yuan come from.</summary>
    /// <param name="model">The name of the model whose own cap it is; empty for the cap of all together.</param>
    /// <param name="cap">Most yuan; null for no limit.</param>
    public abstract Fund FundOf(string model, decimal? cap);

    /// <summary>Whether runs were placed for many: whoever did that has looked through the ledger and begun the sittings.</summary>
    internal virtual bool ArePlaced => false;

    /// <summary>What is to be done at a seat, once it is known what the ledger has.</summary>
    internal abstract Backlog BacklogOf(Seat seat);

    /// <summary>Does what one of all who share a run is to do; whoever does not do it waits until it is done.</summary>
    /// <param name="what">What it is called in the run's order.</param>
    /// <param name="work">Does it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    internal abstract Task DoOnceAsync(string what, Func<Task> work, CancellationToken cancellationToken);

    /// <summary>Does what no two of all who share a run are to do at one time; whoever comes later waits.</summary>
    /// <param name="key">What it is known by.</param>
    /// <param name="work">Does it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    internal abstract Task<T> DoAloneAsync<T>(string key, Func<Task<T>> work, CancellationToken cancellationToken);
}
