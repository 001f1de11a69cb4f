namespace Jinbang.Grading.Judges;

/// <summary>What judges have done on an exam.</summary>
/// <param name="Judges">Each judge, in the order of their names.</param>
/// <param name="Pairs">Every two judges that gave points for the same answers.</param>
/// <param name="FleissKappa">Fleiss' kappa of the points where three or more judges gave some for the same answers; else null.</param>
public sealed record JudgingReport(IReadOnlyList<JudgeReport> Judges, IReadOnlyList<JudgePair> Pairs, double? FleissKappa);
