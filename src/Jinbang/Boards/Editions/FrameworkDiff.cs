namespace Jinbang.Boards.Editions;

/// <summary>A rule or weight that changed.</summary>
/// <param name="Item">What it is of: a group or an exam of the taxonomy, or the set of rules.</param>
/// <param name="Before">What it was.</param>
/// <param name="After">What it is.</param>
public sealed record FrameworkDiff(string Item, string Before, string After);
