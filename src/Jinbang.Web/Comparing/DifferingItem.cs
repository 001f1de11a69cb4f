using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Comparing;

/// <summary>A question on which not all of the compared models earn the same.</summary>
/// <param name="Exam">The exam.</param>
/// <param name="Question">The question's id.</param>
/// <param name="Stratum">Its subject or part; null when it has none.</param>
/// <param name="Points">What each model earned, 0 to 1, in their order.</param>
public sealed record DifferingItem(ExamEntry Exam, string Question, string? Stratum, IReadOnlyList<double> Points);
