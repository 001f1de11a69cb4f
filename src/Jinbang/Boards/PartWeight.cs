namespace Jinbang.Boards;

/// <summary>What a part of a roll-up counts for.</summary>
/// <param name="Name">The part's name, as <see cref="ScorePart.Name"/> has it.</param>
/// <param name="Weight">Its weight, 0 or more; only proportions matter.</param>
public sealed record PartWeight(Phrase Name, double Weight);
