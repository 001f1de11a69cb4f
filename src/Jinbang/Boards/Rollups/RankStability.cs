using Jinbang.Boards.Ranks;

namespace Jinbang.Boards.Rollups;

/// <summary>What becomes of a rank when the weights of a roll-up's parts are drawn around what they are.</summary>
/// <param name="Range">The ranks from the 5th to the 95th of a hundred draws.</param>
/// <param name="Same">The share of draws that leave the rank as it is, 0 to 1.</param>
public sealed record RankStability(RankRange Range, double Same);
