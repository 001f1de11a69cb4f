namespace Jinbang.Exams.Decisions;

/// <summary>A person's decision about one question of an exam in one language; a later one about the same text replaces it.</summary>
/// <param name="Exam">The exam's id.</param>
/// <param name="Language">The language.</param>
/// <param name="Question">The question's id when it was decided; it may be numbered otherwise since.</param>
/// <param name="Text">Identifies what the question asks: once that is worded otherwise the decision is void.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="FileKey">What the exam file said was right.</param>
/// <param name="Reason">Why.</param>
/// <param name="DecidedAt">When.</param>
public sealed record KeyDecision(
    string Exam, Language Language, string Question, string Text, DecisionKind Kind, string FileKey, string Reason, DateTimeOffset DecidedAt)
{
    /// <summary>What is right, as written in an exam file; null unless <see cref="Kind"/> is Key.</summary>
    public string? Key { get; init; }

    /// <summary>Who decided; null when not told.</summary>
    public string? By { get; init; }
}
