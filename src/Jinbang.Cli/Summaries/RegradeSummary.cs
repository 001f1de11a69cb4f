namespace Jinbang.Cli.Summaries;

/// <summary>What grading kept replies anew came to.</summary>
/// <param name="DryRun">Whether the ledger was left as it was.</param>
/// <param name="Exams">The exams, each in each language it was asked in.</param>
internal sealed record RegradeSummary(bool DryRun, IReadOnlyList<RegradedExam> Exams);
