namespace Jinbang.Boards.Ranks;

/// <summary>How the interval of an accuracy is made.</summary>
public enum IntervalKind
{
    /// <summary>Wilson's: holds the true accuracy as often as it says on average, now and then less often.</summary>
    Wilson,

    /// <summary>Clopper and Pearson's: wider, and never holds it less often.</summary>
    Exact,
}
