namespace Jinbang.Runs;

/// <summary>A board that others published, as the ledger keeps it: their text, to be read anew whenever it is shown.</summary>
/// <param name="Name">The board's title.</param>
/// <param name="Id">The name of the board's files.</param>
/// <param name="File">The name of the imported file, without folder and ending.</param>
/// <param name="Content">Its text, to the letter.</param>
/// <param name="ImportedAt">When it was imported.</param>
public sealed record Publication(string Name, string Id, string File, string Content, DateTimeOffset ImportedAt)
{
    /// <summary>Where it was published; null when nobody said.</summary>
    public string? Source { get; init; }

    /// <summary>Questions that its accuracies are over; null when unknown.</summary>
    public int? Questions { get; init; }

    /// <summary>The heading of the column of scores; null to choose by name.</summary>
    public string? Score { get; init; }
}
