namespace Jinbang.Boards;

/// <summary>How long replies took, in seconds; each null unless every reply was timed.</summary>
/// <param name="Median">Half of the replies took no longer.</param>
/// <param name="P90">Nine tenths of the replies took no longer.</param>
/// <param name="FirstToken">Mean time to the first token.</param>
public sealed record Timing(double? Median, double? P90, double? FirstToken);
