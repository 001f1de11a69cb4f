namespace Jinbang.Exams.Drafts;

/// <summary>A criterion of a rubric as written.</summary>
internal sealed record DraftCriterion(string? Points, string? Text);
