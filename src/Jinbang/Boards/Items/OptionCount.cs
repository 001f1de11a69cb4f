namespace Jinbang.Boards.Items;

/// <summary>How often an option was picked.</summary>
/// <param name="Letter">The option's letter.</param>
/// <param name="Picks">In how many attempts, alone or with others.</param>
/// <param name="IsKey">Whether it is right.</param>
public sealed record OptionCount(char Letter, int Picks, bool IsKey);
