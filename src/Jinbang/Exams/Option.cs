namespace Jinbang.Exams;

/// <summary>One option of a question with options.</summary>
/// <param name="Letter">Its capital letter, A to J.</param>
/// <param name="Text">What it says.</param>
public sealed record Option(char Letter, string Text);
