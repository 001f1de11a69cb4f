namespace Jinbang.Statistics.Items;

/// <summary>What the points of many models say of one item.</summary>
/// <param name="Models">Models that have points on it.</param>
/// <param name="Difficulty">Their mean points, 0 to 1: the higher, the easier; null without models.</param>
/// <param name="Discrimination">The corrected point-biserial correlation, −1 to 1: of the points on this item with the mean
/// points on the others; null where all have the same points.</param>
/// <param name="TopLessBottom">Mean points of the strongest 27 % of models less those of the weakest 27 % (Kelley 1939);
/// null with fewer than two models.</param>
public readonly record struct ItemFigures(int Models, double? Difficulty, double? Discrimination, double? TopLessBottom);
