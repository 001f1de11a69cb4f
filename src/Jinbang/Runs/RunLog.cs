using Jinbang.Models;
using Microsoft.Extensions.Logging;

namespace Jinbang.Runs;

/// <summary>What a run writes into its log: names, kinds and numbers. Never keys, prompts or replies, nor the words of a
/// provider, which may quote any of them.</summary>
/// <remarks>Everything that a run logs is a method here, the events of pacing too.</remarks>
internal static partial class RunLog
{
    private static readonly TimeSpan SlowCommit = TimeSpan.FromSeconds(1);

    [LoggerMessage(1, LogLevel.Information, "{Exam}: run begun with {Models} models, {ToAsk} attempts to make, budget {Budget} yuan")]
    public static partial void RunBegan(this ILogger log, string exam, int models, int toAsk, decimal? budget);

    [LoggerMessage(2, LogLevel.Information, "{Exam}: run ended after {Seconds} s, {Spent} yuan spent")]
    public static partial void RunEnded(this ILogger log, string exam, double seconds, decimal spent);

    [LoggerMessage(3, LogLevel.Information, "{Model}: {Asked} attempts made; of {Planned} planned {Graded} graded, {Failed} failed; {Retries} retries")]
    public static partial void ModelEnded(this ILogger log, string model, int asked, int planned, int graded, int failed, int retries);

    [LoggerMessage(4, LogLevel.Warning, "{Model} at {Provider}: call {Call} of an attempt failed, {Kind}; the next in {Pause} s")]
    public static partial void CallFailed(this ILogger log, string model, string provider, FaultKind kind, int call, double pause);

    [LoggerMessage(5, LogLevel.Warning, "{Model} at {Provider}: an attempt failed after {Calls} calls, {Kind}; perhaps billed: {PerhapsBilled}")]
    public static partial void AttemptFailed(this ILogger log, string model, string provider, FaultKind kind, int calls, bool perhapsBilled);

    [LoggerMessage(6, LogLevel.Error, "{Model} at {Provider}: stopped, {Cause}")]
    public static partial void ModelStopped(this ILogger log, string model, string provider, string cause);

    /// <summary>A model's provider without what an address may hold besides its host.</summary>
    public static string Account(this Model model) =>
        Uri.TryCreate(model.Provider, UriKind.Absolute, out var address) ? address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : model.Provider;

    /// <summary>Tells of a commit that took too long.</summary>
    public static void Committed(this ILogger log, int sittings, TimeSpan elapsed)
    {
        if (elapsed > SlowCommit)
        {
            log.CommitWasSlow(sittings, elapsed.TotalSeconds);
        }
    }

    /// <summary>Tells that the ledger cannot be written, once for each time.</summary>
    public static void LedgerHalted(this ILogger log, bool isFirst)
    {
        if (isFirst)
        {
            log.LedgerHalted();
        }
    }

    [LoggerMessage(9, LogLevel.Information, "{Model}: batch {Batch} handed over as {Remote} with {Requests} requests")]
    public static partial void BatchSent(this ILogger log, string model, string batch, string remote, int requests);

    [LoggerMessage(10, LogLevel.Information, "{Model}: batch {Batch} ({Remote}) read after {Elapsed}")]
    public static partial void BatchEnded(this ILogger log, string model, string batch, string remote, TimeSpan elapsed);

    [LoggerMessage(11, LogLevel.Warning, "{Model}: {Lines} lines of batch results passed over")]
    public static partial void BatchLinesPassedOver(this ILogger log, string model, int lines);

    [LoggerMessage(7, LogLevel.Warning, "A commit for {Sittings} models took {Seconds} s")]
    private static partial void CommitWasSlow(this ILogger log, int sittings, double seconds);

    [LoggerMessage(8, LogLevel.Error, "The ledger cannot be written; nothing is asked meanwhile")]
    private static partial void LedgerHalted(this ILogger log);
}
