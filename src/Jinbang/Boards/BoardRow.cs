using Jinbang.Boards.Editions;
using Jinbang.Boards.Rollups;
using Jinbang.Grading.Repeats;
using Jinbang.Models;
using Jinbang.Statistics;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Boards;

/// <summary>One model's line on a board, unrounded.</summary>
/// <param name="Model">The model's name.</param>
public sealed record BoardRow(string Model)
{
    private readonly ScoreState? state;

    /// <summary>Place on the board, from 1; set by <see cref="Board.Ranked"/>.</summary>
    public int Rank { get; init; }

    /// <summary>Whether the model is first seen in this edition of the board.</summary>
    public bool IsNew { get; init; }

    /// <summary>Who serves it: a provider's name, or an endpoint's host and port; empty when unknown.</summary>
    public string Host { get; init; } = "";

    /// <summary>Who made the model; empty when unknown.</summary>
    public string House { get; init; } = "";

    /// <summary>Whether its weights are published.</summary>
    public Openness Openness { get; init; }

    /// <summary>Share of points, 0 to 1; null when nothing was graded.</summary>
    public double? Accuracy { get; init; }

    /// <summary>Mean seconds of a reply; null when not measured.</summary>
    public double? Seconds { get; init; }

    /// <summary>Mean prompt and reply tokens; null when not measured.</summary>
    public double? Tokens { get; init; }

    /// <summary>Yuan for a thousand calls; null when unknown.</summary>
    public decimal? CostPerThousand { get; init; }

    /// <summary>The dated list price that the cost was computed with; null when unknown.</summary>
    public Price? Price { get; init; }

    /// <summary>Who told the costs that it is made of (<see cref="CostMark"/>); empty when unknown.</summary>
    public IReadOnlyCollection<string> CostMarks { get; init; } = [];

    /// <summary>What became of the attempts; null when only the score is known.</summary>
    public Coverage? Coverage { get; init; }

    /// <summary>What asking each question several times has shown; null when each was asked once.</summary>
    public RepeatReport? Repeats { get; init; }

    /// <summary>Where the accuracy may lie by the luck of which questions were asked, 95 %; null when unknown.</summary>
    public Interval? AccuracyInterval { get; init; }

    /// <summary>What the accuracy is; unless said otherwise measured where there is one.</summary>
    public ScoreState State
    {
        get => state ?? (Accuracy is null ? ScoreState.Unmeasured : ScoreState.Measured);
        init => state = value;
    }

    /// <summary>The ranks of the group of models that cannot be told apart from its first; null when ranks are not examined.</summary>
    public RankSpan? Tied { get; init; }

    /// <summary>The ranks that the model likely has, 95 %; null when unknown.</summary>
    public RankSpan? LikelyRank { get; init; }

    /// <summary>The ranks that are left when all orders are taken that the data prove, 95 % for all models at once; null when unknown.</summary>
    public RankSpan? ProvenRank { get; init; }

    /// <summary>Chance of being the best model of the board, 0 to 1; null when unknown.</summary>
    public double? BestChance { get; init; }

    /// <summary>How long replies took; null when not measured.</summary>
    public Timing? Timing { get; init; }

    /// <summary>Identifies the questions it was asked, as they were worded; null when unknown.</summary>
    public string? ExamVersion { get; init; }

    /// <summary>Identifies what the figures were counted from; null when unknown.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>Where figures were published that were not measured here; null for our own.</summary>
    public string? PublishedBy { get; init; }

    /// <summary>What it has in each part of the board; empty when the board has no parts.</summary>
    public IReadOnlyList<ScorePart> Parts { get; init; } = [];

    /// <summary>How many of a roll-up's exams it has scores on; null on the board of one exam.</summary>
    public ExamCount? Exams { get; init; }

    /// <summary>How far its rank on a roll-up rests on the weights; null when that was not examined.</summary>
    public StableRank? Stability { get; init; }

    /// <summary>What is published about the model itself: size, age and the like.</summary>
    public ModelFacts Facts { get; init; } = ModelFacts.None;

    /// <summary>Whether it thinks; null when unknown.</summary>
    public bool? Thinks { get; init; }
}
