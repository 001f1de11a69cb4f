namespace Jinbang.Runs.Search;

/// <summary>A page of what a search found.</summary>
/// <param name="Hits">The replies, the latest recorded first.</param>
/// <param name="Total">How many there are in all; no more than <see cref="MostCounted"/> are counted.</param>
public sealed record CaseHits(IReadOnlyList<CaseHit> Hits, int Total)
{
    /// <summary>How many are counted at most.</summary>
    public const int MostCounted = 10_000;

    /// <summary>Whether there are more than were counted.</summary>
    public bool AreMore { get; init; }

    /// <summary>Whether some that were counted may lack the words as they stand; those that are shown have them.</summary>
    public bool IsAbout { get; init; }

    /// <summary>Whether there are earlier ones than the last.</summary>
    public bool HasOlder { get; init; }

    /// <summary>Whether there are later ones than the first.</summary>
    public bool HasNewer { get; init; }

    /// <summary>Whether more questions have the words than replies are looked up of.</summary>
    public bool AreQuestionsTooMany { get; init; }
}
