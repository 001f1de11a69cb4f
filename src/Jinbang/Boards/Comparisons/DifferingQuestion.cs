namespace Jinbang.Boards.Comparisons;

/// <summary>A question on which two models do not earn the same.</summary>
/// <param name="Exam">The exam's id.</param>
/// <param name="Question">The question's id.</param>
/// <param name="Stratum">Its subject or part; null when it has none.</param>
/// <param name="Key">What is right.</param>
/// <param name="First">What the first model picked; where no letters were read, what became of its attempt.</param>
/// <param name="Second">The same of the second.</param>
/// <param name="FirstPoints">What the first earned, 0 to 1.</param>
/// <param name="SecondPoints">What the second earned, 0 to 1.</param>
public sealed record DifferingQuestion(
    string Exam, string Question, string? Stratum, string Key, string First, string Second, double FirstPoints, double SecondPoints);
