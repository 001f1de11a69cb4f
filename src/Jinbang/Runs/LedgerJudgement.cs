using Jinbang.Grading.Judges;

namespace Jinbang.Runs;

/// <summary>What a judge replied about one reply, as the ledger keeps it.</summary>
/// <param name="Key">What it is known by: the judge's settings and all that it was shown.</param>
/// <param name="Sitting">The sitting whose reply was judged first; it bears the cost.</param>
/// <param name="Attempt">The attempt whose reply that was.</param>
/// <param name="Use">What the judge was asked for.</param>
/// <param name="Question">Identifies what the judge was asked about the reply, so that it does not count for another rubric.</param>
/// <param name="AskedAt">When the successful call was made.</param>
/// <param name="Judgement">What the judge replied.</param>
public sealed record LedgerJudgement(
    string Key, string Sitting, string Attempt, JudgementUse Use, string Question, DateTimeOffset AskedAt, Judgement Judgement);
