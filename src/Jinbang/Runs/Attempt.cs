using Jinbang.Exams;

namespace Jinbang.Runs;

/// <summary>One question to be asked of one model once.</summary>
/// <param name="Key">What the ledger knows it by.</param>
/// <param name="Question">The question.</param>
/// <param name="Repeat">Which repeat, from 0.</param>
/// <param name="Text">Identifies what the question asks, in whatever exam.</param>
public sealed record Attempt(string Key, Question Question, int Repeat, string Text)
{
    /// <summary>Its place in the order of the sitting.</summary>
    public int Place { get; init; }
}
