namespace Jinbang.Boards.Editions;

/// <summary>One edition in a board's history.</summary>
/// <param name="Version">The edition.</param>
/// <param name="Date">The day it was published.</param>
public sealed record HistoryPoint(string Version, DateOnly Date)
{
    /// <summary>Whether its questions are others than those of the point before, so that scores do not compare.</summary>
    public bool IsOtherExam { get; init; }
}
