using Jinbang.Grading.Judges;
using Jinbang.Models;

namespace Jinbang.Runs.Judges;

/// <summary>One reply to be put before judges.</summary>
/// <param name="Sitting">The sitting that bears the cost.</param>
/// <param name="Attempt">The attempt whose reply it is.</param>
/// <param name="Use">What judges are asked for.</param>
/// <param name="Question">Identifies what they are asked; <see cref="Regrading.Asked"/>.</param>
/// <param name="Prompt">All that they are shown.</param>
internal sealed record JudgeCase(string Sitting, string Attempt, JudgementUse Use, string Question, Prompt Prompt);
