using Jinbang.Models;

namespace Jinbang.Grading.Judges;

/// <summary>What one judge replied about one reply, raw.</summary>
/// <param name="Judge">The judge's name.</param>
/// <param name="Reply">What the judge replied; its outcome is not Failed.</param>
public sealed record Judgement(string Judge, Reply Reply);
