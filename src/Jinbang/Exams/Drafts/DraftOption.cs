namespace Jinbang.Exams.Drafts;

/// <summary>An option as written.</summary>
/// <param name="Letter">Its letter by name or by position.</param>
/// <param name="Text">What it says, without a label such as "(A)".</param>
/// <param name="Label">The letter of the label that stood before the text, or null without one.</param>
internal sealed record DraftOption(string Letter, string? Text, char? Label = null);
