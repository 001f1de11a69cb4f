namespace Jinbang.Runs;

/// <summary>What boards are made from, as short texts that are others once it has changed.</summary>
/// <param name="Exams">What was answered, graded, marked and decided on each exam in each language.</param>
/// <param name="Published">The boards that others published.</param>
public sealed record LedgerStates(IReadOnlyDictionary<(string Exam, Language Language), string> Exams, string Published);
