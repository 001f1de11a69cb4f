using Jinbang.Exams;

namespace Jinbang.Simulator.Answers;

/// <summary>A question with the id of its exam, since ids are unique only within.</summary>
internal sealed record KnownQuestion(string Exam, Question Question);
