namespace Jinbang.Exams;

/// <summary>Something wrong with an exam file.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Place">The file and line or row.</param>
/// <param name="Question">The question's id, or null when the file is meant.</param>
/// <param name="What">What is wrong and what to do.</param>
public sealed record Problem(Severity Severity, SourcePlace Place, string? Question, Phrase What);
