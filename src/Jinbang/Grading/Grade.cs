namespace Jinbang.Grading;

/// <summary>A reply's verdict with its points and what was read.</summary>
/// <param name="Verdict">What the reply is worth.</param>
/// <param name="Points">From 0 to 1, before the question's weight.</param>
/// <param name="Reading">What the grader understood.</param>
public sealed record Grade(Verdict Verdict, decimal Points, Reading Reading);
