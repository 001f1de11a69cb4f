namespace Jinbang.Boards.Taxonomies;

/// <summary>How the scores of parts become the score of the whole.</summary>
public enum CombinationRule
{
    /// <summary>Every part counts alike, however many questions it has.</summary>
    Mean,

    /// <summary>Every part counts by its weight.</summary>
    Weights,

    /// <summary>Every question counts alike: the parts' questions are taken as one exam.</summary>
    Pooled,
}
