namespace Jinbang.Boards.Editions;

/// <summary>Identifies what a row's figures were counted from, so that editions can tell replies graded otherwise from other replies.</summary>
/// <param name="Sitting">The model with its settings, under the wording that it was asked in.</param>
/// <param name="Replies">Its replies.</param>
/// <param name="Grades">What they were worth.</param>
public sealed record Evidence(string Sitting, string Replies, string Grades);
