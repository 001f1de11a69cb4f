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

    /// <summary>The attempts that are to be made at a seat, once it is known what the ledger has.</summary>
    internal abstract Backlog BacklogOf(Seat seat);
}
