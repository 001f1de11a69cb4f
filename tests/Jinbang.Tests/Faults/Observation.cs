using Jinbang.Models;

namespace Jinbang.Tests.Faults;

/// <summary>What came of a server's fault.</summary>
/// <param name="Tries">Calls made.</param>
/// <param name="Elapsed">How long all of it took.</param>
/// <param name="Reply">What the ledger holds; null for nothing.</param>
/// <param name="Lost">Yuan that count against the budget without a known cost.</param>
/// <param name="Counted">What the board's coverage counts it as, or "right"; empty when it is not on the board.</param>
/// <param name="Seen">What the user was told of errors; empty for nothing.</param>
/// <param name="ExitCode">What the shell was told.</param>
internal sealed record Observation(long Tries, TimeSpan Elapsed, Reply? Reply, decimal Lost, string Counted, string Seen, int ExitCode)
{
    private const string Billed = "may have been billed";

    public bool IsPerhapsBilled => Seen.Contains(Billed, StringComparison.Ordinal);

    /// <summary>The row of the table.</summary>
    public string Row(FaultCase fault) => $"| {fault.Does} | {TriesOf(fault)} | {Recorded} | {CountedAs} | {Cost} | {(Seen.Length > 0 ? Seen : "the board")} |";

    private string TriesOf(FaultCase fault) => fault.Tries == FaultCase.AsManyAsFit ? "as many as fit" : fault.Asked > TimeSpan.Zero ? $"{Tries}, the second after the time asked for" : $"{Tries}";

    private string Recorded => Reply switch
    {
        null => "nothing",
        { Error: { } error } => $"Failed, {error.Split(':')[0]}",
        { FinishReason: { } reason } => $"{Reply.Outcome}, `{reason}`",
        _ => $"{Reply.Outcome}",
    };

    private string CountedAs => Counted switch
    {
        "" => "not asked; the model is stopped",
        "failed" => "failed: not graded, asked again by the next run",
        "cutOff" => "cut off: no points",
        "refused" => "withheld: no points",
        "unanswered" => "no answer: no points",
        _ => "an answer",
    };

    private string Cost => (Reply?.Cost, Lost) switch
    {
        (not null, _) => "by its tokens",
        (null, > 0) => "unknown; the worst counts against the budget",
        _ => "none",
    };
}
