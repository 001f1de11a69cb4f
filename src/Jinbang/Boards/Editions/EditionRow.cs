using Jinbang.Models;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Boards.Editions;

/// <summary>One model's line of a published board, unrounded; null is unknown.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Rank">Its place in the order of the rows.</param>
public sealed record EditionRow(string Model, int Rank)
{
    /// <summary>Who serves it.</summary>
    public string? Host { get; init; }

    /// <summary>The ranks of the group of models that it ties with.</summary>
    public RankSpan? Tied { get; init; }

    /// <summary>Share of points, 0 to 1.</summary>
    public double? Accuracy { get; init; }

    /// <summary>What the accuracy is; null when it was measured.</summary>
    public ScoreState? State { get; init; }

    /// <summary>Attempts that a full examination makes.</summary>
    public int? Planned { get; init; }

    /// <summary>Replies that were graded.</summary>
    public int? Graded { get; init; }

    /// <summary>Replies that a person marked.</summary>
    public int? Marked { get; init; }

    /// <summary>Mean seconds of a reply.</summary>
    public double? Seconds { get; init; }

    /// <summary>Mean prompt and reply tokens.</summary>
    public double? Tokens { get; init; }

    /// <summary>Yuan for a thousand calls.</summary>
    public decimal? CostPerThousand { get; init; }

    /// <summary>The dated list price.</summary>
    public Price? Price { get; init; }

    /// <summary>Identifies the questions it was asked, as they were worded.</summary>
    public string? ExamVersion { get; init; }

    /// <summary>Identifies what the figures were counted from.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>Where figures were published that were not measured here.</summary>
    public string? PublishedBy { get; init; }

    /// <summary>What identifies the row on its board, among editions.</summary>
    internal (string Model, string? PublishedBy) Identity => (Model, PublishedBy);

    /// <summary>The ranks that it may have by the board: those of its tie group, else its place.</summary>
    internal RankSpan Ranks => Tied ?? new RankSpan(Rank, Rank);

    internal static EditionRow Of(BoardRow row) => new(row.Model, row.Rank)
    {
        Host = row.Host.Length > 0 ? row.Host : null,
        Tied = row.Tied,
        Accuracy = row.Accuracy,
        State = row.State == ScoreState.Measured ? null : row.State,
        Planned = row.Coverage?.Planned,
        Graded = row.Coverage?.Graded,
        Marked = row.Coverage is { Marked: > 0 and var marked } ? marked : null,
        Seconds = row.Seconds,
        Tokens = row.Tokens,
        CostPerThousand = row.CostPerThousand,
        Price = row.Price,
        ExamVersion = row.ExamVersion,
        Evidence = row.Evidence,
        PublishedBy = row.PublishedBy,
    };
}
