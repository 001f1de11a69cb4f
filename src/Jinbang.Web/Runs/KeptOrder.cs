namespace Jinbang.Web.Runs;

/// <summary>An order as it is kept on disk.</summary>
/// <param name="Id">Its id, also its file's name.</param>
/// <param name="Order">What is wanted.</param>
/// <param name="By">Who ordered it.</param>
/// <param name="At">When.</param>
/// <param name="State">How it stands.</param>
internal sealed record KeptOrder(string Id, RunOrder Order, string By, DateTimeOffset At, OrderState State)
{
    /// <summary>Yuan that had been spent on the same attempts before it began; null while that is unknown.</summary>
    public decimal? SpentBefore { get; init; }

    /// <summary>Why it could not be carried out; null when it could.</summary>
    public Phrase? Problem { get; init; }

    /// <summary>When it ended, was paused or stopped; null while it is running.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>How it stood when it was last at work; null when it has not been, or is.</summary>
    public RunView? Last { get; init; }
}
