using Jinbang.Grading.Judges;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Boards;

/// <summary>The published list of one exam.</summary>
/// <param name="Title">The exam's name as it stands in the heading of the accuracy column.</param>
/// <param name="Language">The language of headings and notes.</param>
/// <param name="Rows">The rows in rank order.</param>
public sealed record Board(string Title, Language Language, IReadOnlyList<BoardRow> Rows)
{
    /// <summary>The title in both languages; null where it has one only.</summary>
    public Phrase? Name { get; init; }

    /// <summary>What the total is called on a board of a family of models, which shows it beside its parts; null on other boards.</summary>
    public string? Family { get; init; }

    /// <summary>Whether it tells what right answers cost, too.</summary>
    public bool TellsValue { get; init; }

    /// <summary>Name of the board's files, without folder and extension.</summary>
    public string FileName { get; init; } = Title;

    /// <summary>The stratum of the exam that it is about; null when it is about the whole exam.</summary>
    public string? Stratum { get; init; }

    /// <summary>What guessing earns on average, 0 to 1; null when it is not shown.</summary>
    public double? ChanceLevel { get; init; }

    /// <summary>Questions of the exam; 0 when unknown.</summary>
    public int Questions { get; init; }

    /// <summary>What difference between models means anything; null when ranks were not examined.</summary>
    public Separation? Separation { get; init; }

    /// <summary>Identifies the exam's questions as they are worded now; null when unknown.</summary>
    public string? ExamVersion { get; init; }

    /// <summary>The edition it belongs to; null when editions are not used.</summary>
    public string? Edition { get; init; }

    /// <summary>The page that it was read from, to the letter; null unless others published it as a page.</summary>
    public string? PublishedPage { get; init; }

    /// <summary>What judges have done; null when none were asked.</summary>
    public JudgingReport? Judging { get; init; }

    /// <summary>What the parts of a roll-up count for in its total; empty on other boards.</summary>
    public IReadOnlyList<PartWeight> Weights { get; init; } = [];

    /// <summary>Our own rows that share the first rank; others' where there are none of our own, which beside them have no rank.</summary>
    public IReadOnlyList<BoardRow> Leaders
    {
        get
        {
            var own = Rows.Where(row => row.PublishedBy is null).ToList();
            return [.. (own.Count > 0 ? own : Rows).Where(row => row.Accuracy is not null && (row.Tied?.First ?? row.Rank) == 1)];
        }
    }

    /// <summary>What a reader must know besides the figures.</summary>
    public IReadOnlyList<Phrase> Notes { get; init; } = [];

    /// <summary>The same board for readers of a language.</summary>
    public Board In(Language language) => this with { Language = language, Title = Name?.In(language) ?? Title };

    /// <summary>The same board with its rows sorted and ranked 1 to n: by unrounded accuracy, equals by cost, then
    /// time, then name; rows without accuracy, and rows with none right, last.</summary>
    public static IReadOnlyList<BoardRow> Ranked(IEnumerable<BoardRow> rows) =>
        [.. rows
            .OrderByDescending(row => row.Accuracy ?? -1)
            .ThenBy(row => row.CostPerThousand ?? decimal.MaxValue)
            .ThenBy(row => row.Seconds ?? double.MaxValue)
            .ThenBy(row => row.Model, StringComparer.Ordinal)
            .Select((row, index) => row with { Rank = index + 1 })];
}
