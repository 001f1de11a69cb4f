namespace Jinbang.Exams.Drafts;

/// <summary>Something in a question that its format could not read.</summary>
/// <param name="Line">The line or row, counted from 1.</param>
/// <param name="What">What is wrong and what to do.</param>
internal sealed record Fault(int Line, Phrase What);
