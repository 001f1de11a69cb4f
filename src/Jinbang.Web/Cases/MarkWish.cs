namespace Jinbang.Web.Cases;

/// <summary>What a reader says of a reply.</summary>
/// <param name="Verdict">right, wrong, partial, unreadable or unanswered; withdraw to take a mark back.</param>
/// <param name="Points">Between 0 and 1, for partial.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who says so; on a public site whoever has signed in.</param>
internal sealed record MarkWish(string? Verdict = null, string? Points = null, string? Reason = null, string? By = null);
