namespace Jinbang.Runs.Search;

/// <summary>What there is to filter replies by, each in the order of its name.</summary>
/// <param name="Models">Models' names.</param>
/// <param name="Rules">Reading rules' names.</param>
/// <param name="Strata">The names of one exam's strata.</param>
public sealed record CaseChoices(IReadOnlyList<string> Models, IReadOnlyList<string> Rules, IReadOnlyList<string> Strata);
