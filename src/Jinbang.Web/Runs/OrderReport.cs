namespace Jinbang.Web.Runs;

/// <summary>What the JSON interface tells of an order.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Order">What is wanted.</param>
/// <param name="By">Who ordered it.</param>
/// <param name="At">When.</param>
/// <param name="State">How it stands.</param>
public sealed record OrderReport(string Id, RunOrder Order, string By, DateTimeOffset At, OrderState State)
{
    /// <summary>When it ended, was paused or stopped; null while it is running.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Whether something is under way, be it that calls are finished after a pause.</summary>
    public bool IsAtWork { get; init; }

    /// <summary>What it waits for; null when it does not wait.</summary>
    public Phrase? WaitsFor { get; init; }

    /// <summary>Why it could not be carried out; null when it could.</summary>
    public Phrase? Problem { get; init; }

    /// <summary>How far it has come; null when that is not known yet.</summary>
    public RunView? View { get; init; }

    /// <summary>The exams' titles where they are known, else their names.</summary>
    public IReadOnlyList<string> Titles => View is { } view ? [.. view.Models.Select(model => model.Title).Distinct()] : Order.Exams;

    /// <summary>What is told of an order now.</summary>
    internal static OrderReport Of(ActiveOrder order)
    {
        var kept = order.Kept;
        return new(kept.Id, kept.Order, kept.By, kept.At, kept.State)
        {
            Ended = kept.Ended,
            IsAtWork = order.IsAtWork,
            WaitsFor = order.WaitsFor,
            Problem = kept.Problem,
            View = order.View,
        };
    }
}
