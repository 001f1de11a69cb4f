namespace Jinbang.Web.Selecting;

/// <summary>Something wrong with a test set.</summary>
/// <param name="Row">The line or row, from 1; 0 for the file as a whole.</param>
/// <param name="Question">The question's id; null where none is meant.</param>
/// <param name="IsError">Whether the question cannot be asked; else it is worth a look.</param>
/// <param name="What">What is wrong and what to do.</param>
public sealed record TestSetProblem(int Row, string? Question, bool IsError, Phrase What);
