namespace Jinbang.Exams;

/// <summary>What counts as right for a question.</summary>
public abstract record AnswerKey;
