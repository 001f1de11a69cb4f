namespace Jinbang.Boards.Published;

/// <summary>What whoever imports a board knows of it beside its file.</summary>
public sealed record PublishedSettings
{
    /// <summary>The title, where the file gives none or another is wanted; null for the file's.</summary>
    public string? Title { get; init; }

    /// <summary>Questions that each accuracy is over; null when unknown, and then nothing is said of chance.</summary>
    public int? Questions { get; init; }

    /// <summary>The heading of the column that is the score, in tables of several; null to choose by name.</summary>
    public string? Score { get; init; }

    /// <summary>Where and when the figures were found; <see cref="BoardRow.PublishedBy"/>.</summary>
    public string Origin { get; init; } = "";
}
