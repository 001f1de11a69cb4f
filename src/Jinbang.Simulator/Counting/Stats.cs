namespace Jinbang.Simulator.Counting;

/// <summary>What has been asked of a simulator since it started or was reset.</summary>
/// <param name="Requests">Chat requests, bad ones included.</param>
/// <param name="Replies">Paid calls whose reply was sent to its end, flawed or not.</param>
/// <param name="Paid">Calls for which a model generated tokens, whatever became of them on the way.</param>
/// <param name="Unpaid">Calls that ended without.</param>
/// <param name="Repeated">Calls beyond the first of the same model and prompt, those after faults included.</param>
/// <param name="RepeatedPaid">Paid calls beyond the first paid one of the same model and prompt.</param>
/// <param name="Abandoned">Calls whose client left before the end.</param>
/// <param name="PromptTokens">Prompt tokens of paid calls.</param>
/// <param name="CompletionTokens">Reply tokens of paid calls, thinking included.</param>
/// <param name="InFlight">Calls being answered now.</param>
/// <param name="MostInFlight">The most calls ever answered at once.</param>
/// <param name="PeakPerSecond">The most requests that arrived within one second by the clock.</param>
public sealed record Stats(
    long Requests,
    long Replies,
    long Paid,
    long Unpaid,
    long Repeated,
    long RepeatedPaid,
    long Abandoned,
    long PromptTokens,
    long CompletionTokens,
    int InFlight,
    int MostInFlight,
    long PeakPerSecond)
{
    /// <summary>Ended calls by HTTP status; 0 for connections cut before any.</summary>
    public required IReadOnlyDictionary<int, long> ByStatus { get; init; }

    /// <summary>Ended calls by model, unknown models left out.</summary>
    public required IReadOnlyDictionary<string, long> ByModel { get; init; }

    /// <summary>Tokens of paid calls by model.</summary>
    public required IReadOnlyDictionary<string, (long Prompt, long Completion)> TokensByModel { get; init; }

    /// <summary>Ended calls by the name of the fault that struck them.</summary>
    public required IReadOnlyDictionary<string, long> ByFault { get; init; }

    /// <summary>Calls about batches by what they want, counted when they arrive; taken are batches that were, and taken-requests
    /// what they hold, each of which is counted as a chat request too.</summary>
    public required IReadOnlyDictionary<string, long> ByBatchCall { get; init; }
}
