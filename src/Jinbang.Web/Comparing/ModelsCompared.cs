using Jinbang.Boards.Comparisons;

namespace Jinbang.Web.Comparing;

/// <summary>Two to six models side by side.</summary>
/// <param name="Models">Their names.</param>
/// <param name="Pairs">Each pair that has questions in common, in the order of the names.</param>
/// <param name="Differing">The questions that all have points on, but not the same, in the order of the exams.</param>
public sealed record ModelsCompared(IReadOnlyList<string> Models, IReadOnlyList<ComparisonReport> Pairs, IReadOnlyList<DifferingItem> Differing);
