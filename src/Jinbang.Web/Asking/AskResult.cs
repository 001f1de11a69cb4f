namespace Jinbang.Web.Asking;

/// <summary>What was written into the form, and what came of it.</summary>
/// <param name="Form">The form.</param>
public sealed record AskResult(AskForm Form)
{
    /// <summary>What asking can cost; null before that was reckoned.</summary>
    public AskPlan? Plan { get; init; }

    /// <summary>Why nothing can be asked; null when nothing is wrong.</summary>
    public Phrase? Problem { get; init; }

    /// <summary>The models' answers, in order; empty when none were asked.</summary>
    public IReadOnlyList<(string Name, AnswerPiece Answer)> Answers { get; init; } = [];
}
