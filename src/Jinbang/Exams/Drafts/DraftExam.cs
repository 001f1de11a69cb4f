namespace Jinbang.Exams.Drafts;

/// <summary>An exam as a format found it, before its questions are checked.</summary>
/// <param name="Questions">The questions in file order, read as they are asked for.</param>
internal sealed record DraftExam(IEnumerable<DraftQuestion> Questions)
{
    /// <summary>The id the file gives, or null to take the file's name.</summary>
    public string? Id { get; init; }

    public string? Title { get; init; }

    /// <summary>The language the file states or was picked from it; null to detect it from the text.</summary>
    public Language? Language { get; init; }

    /// <summary>All languages the file states; empty to detect the one from the text.</summary>
    public IReadOnlyList<Language> Languages { get; init; } = [];

    public CreditRule Credit { get; init; } = CreditRule.Exact;

    /// <summary>Whether instructions are followed in the loose sense.</summary>
    public bool IsLoose { get; init; }
}
