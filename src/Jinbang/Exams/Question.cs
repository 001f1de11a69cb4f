namespace Jinbang.Exams;

/// <summary>One question of an exam, in one language.</summary>
/// <param name="Id">Unique within the exam.</param>
/// <param name="Kind">How it is to be answered.</param>
/// <param name="Stem">What is asked.</param>
/// <param name="Options">The options in letter order; empty for kinds without options.</param>
/// <param name="Key">What counts as right: <see cref="LettersKey"/> for choices, <see cref="TruthKey"/>,
/// <see cref="NumberKey"/>, <see cref="TextKey"/>, <see cref="ExpressionKey"/>, <see cref="ListKey"/>,
/// <see cref="InstructionsKey"/> or <see cref="RubricKey"/> for the other kinds.</param>
public sealed record Question(string Id, QuestionKind Kind, string Stem, IReadOnlyList<Option> Options, AnswerKey Key)
{
    /// <summary>A text that the question refers to, or null.</summary>
    public string? Passage { get; init; }

    /// <summary>The subject or part of the exam it belongs to, or null.</summary>
    public string? Stratum { get; init; }

    /// <summary>Questions with the same cluster share a passage and are not independent; null when alone.</summary>
    public string? Cluster { get; init; }

    /// <summary>What the question was written from, or null.</summary>
    public string? Topic { get; init; }

    /// <summary>Why the key is right, or null.</summary>
    public string? Explanation { get; init; }

    /// <summary>What the question counts for; 1 unless the exam says otherwise.</summary>
    public decimal Weight { get; init; } = 1;

    /// <summary>How many questions before it that asked the very same were dropped by decision: it is still not the first.</summary>
    public int TwinsDropped { get; init; }

    /// <summary>Where it stands in the exam file.</summary>
    public SourcePlace Place { get; init; }
}
