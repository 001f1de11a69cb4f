namespace Jinbang.Simulator.Houses;

/// <summary>The documentation page that a rule of a house is taken from.</summary>
/// <param name="About">What the page was read for: request, thinking, stream, errors, finish, limits, key or a model rule's name.</param>
/// <param name="Title">The page's title.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Known">The year and month of the knowledge, such as 2025-08.</param>
public sealed record Citation(string About, string Title, Uri Address, string Known);
