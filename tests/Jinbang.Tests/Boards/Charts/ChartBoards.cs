using CsCheck;
using Jinbang.Boards;
using Jinbang.Boards.Charts;
using Jinbang.Boards.Editions;
using Jinbang.Boards.Items;
using Jinbang.Models;
using Jinbang.Statistics;

namespace Jinbang.Tests.Boards.Charts;

/// <summary>Made-up boards and figures for pictures.</summary>
internal static class ChartBoards
{
    private static readonly Phrase[] Fields = [new("Anatomy", "解剖学"), new("Law and ethics", "法律与伦理"), new("Pharmacy", "药学")];

    /// <summary>Every state of a row and of a part.</summary>
    public static Board Small(Language language) => new(language == Language.Chinese ? "规培" : "Residency", language,
    [
        Row("甲-1", 1, 0.95) with { Openness = Openness.Open, CostPerThousand = 0.8m, Tied = new(1, 2), Parts = Parts(1, 0.9, 0.95) },
        Row("b-mini", 2, 0.9) with { Openness = Openness.Commercial, CostPerThousand = 0, Tied = new(1, 2), Coverage = new(20, 18, 2), Parts = Parts(0.88, 0.92, 0.9) },
        Row("guessed", 3, 0.7) with { State = ScoreState.Estimated, CostPerThousand = 12, Parts = [new(Fields[0], 0.7, ScoreState.Estimated), new(Fields[1], 0, ScoreState.Measured)] },
        Row("told", 4, 0.6) with { PublishedBy = "a page", Seconds = null, Parts = [new(Fields[2], null, ScoreState.Excluded)] },
        new("left-out") { Rank = 5, Accuracy = 0.5, State = ScoreState.Excluded },
        new("never-asked") { Rank = 6, State = ScoreState.Unmeasured },
    ])
    {
        Questions = 20,
    };

    public static ScoreHistory History { get; } = new("a", "规培", Points("v1", "v2", "v3"),
    [
        new("甲-1", [0.7, 0.8, 0.95]),
        new("b-mini", [null, 0.9, 0.9]),
        .. Enumerable.Range(0, 7).Select(i => new ModelHistory($"m{i}", [0.5 + i / 100.0, null, 0.6 + i / 50.0])),
    ]);

    public static ItemReport Items { get; } = new("a", "Residency", 12,
    [
        Item("q1", 0.5, 0.4, false), Item("q2", 0.5, 0.4, false), Item("q3", 0.9, -0.3, true), Item("q4", 1, null, false),
    ]);

    public static ItemRow Item(string id, double difficulty, double? discrimination, bool isSuspect) =>
        new(1, id, "A") { Difficulty = difficulty, Discrimination = discrimination, Flags = isSuspect ? [ItemConcern.SuspectKey] : [] };

    /// <summary>Editions, the last of which asks other questions.</summary>
    public static IReadOnlyList<HistoryPoint> Points(params string[] versions) =>
        [.. versions.Select((version, i) => new HistoryPoint(version, new DateOnly(2026, 1, 1).AddDays(i)) { IsOtherExam = i > 0 && i == versions.Length - 1 })];

    public static IEnumerable<Picture> Pictures(Language language) =>
        [.. BoardPictures.Of(Small(language)), ScorePictures.Of(History, language), ScorePictures.Of(Items, language)];

    /// <summary>All pictures of any figures.</summary>
    public static Gen<Picture[]> AnyPictures { get; } =
        from board in Any
        from editions in Gen.String[0, 30].Array[0, 12]
        from lines in Gen.Double[0, 1].Nullable().Array[editions.Length].Array[0, 12]
        from items in Gen.Select(Gen.String[0, 30], Gen.Double[0, 1], Gen.Double[-1, 1].Nullable(), Gen.Bool).Array[0, 60]
        select (Picture[])
        [
            .. BoardPictures.Of(board),
            ScorePictures.Of(new ScoreHistory("a", board.Title, Points(editions), [.. lines.Select((line, i) => new ModelHistory(board.Title + i, line))]), board.Language),
            ScorePictures.Of(new ItemReport("a", board.Title, 9, [.. items.Select(item => Item(item.Item1, item.Item2, item.Item3, item.Item4))]), board.Language),
        ];

    private static Gen<Board> Any =>
        from language in Gen.Enum<Language>()
        from title in Gen.String[0, 60]
        from fields in Gen.Int[0, 15]
        from rows in Row(fields).Array[0, 25]
        from chance in Gen.Double[0, 1].Nullable()
        select new Board(title, language, Board.Ranked(rows)) { ChanceLevel = chance, Edition = title, Notes = [new(title, title)] };

    private static Gen<BoardRow> Row(int fields) =>
        from name in Gen.OneOf(Gen.String[Gen.Char["abcdefghijklm-0123456789"], 1, 40], Gen.String[0, 30], Gen.String[Gen.Char["甲乙丙丁"], 1, 30])
        from accuracy in Gen.OneOf(Gen.Double[0, 1].Nullable(), Gen.Const<double?>(0), Gen.Const<double?>(0.5), Gen.Const<double?>(1))
        from cost in Gen.OneOf(Gen.Decimal[0, 500].Nullable(), Gen.Const<decimal?>(0))
        from seconds in Gen.Double[0, 1000].Nullable()
        from openness in Gen.Enum<Openness>()
        from state in Gen.Enum<ScoreState>()
        from ends in Gen.Select(Gen.Int[1, 25], Gen.Int[1, 25])
        from parts in Gen.Select(Gen.Double[0, 1].Nullable(), Gen.Enum<ScoreState>()).Array[fields]
        select new BoardRow(name)
        {
            House = name,
            Openness = openness,
            Accuracy = accuracy,
            CostPerThousand = cost,
            Seconds = seconds,
            State = state,
            AccuracyInterval = accuracy is { } share ? Intervals.Wilson(share * 20, 20, 0.95) : null,
            LikelyRank = new(Math.Min(ends.Item1, ends.Item2), Math.Max(ends.Item1, ends.Item2)),
            ProvenRank = new(1, 25),
            Tied = new(1 + ends.Item1 / 20, 25),
            BestChance = accuracy,
            IsNew = ends.Item1 == 3,
            PublishedBy = ends.Item2 == 4 ? "x" : null,
            Coverage = new(20, ends.Item2, 0),
            Parts = [.. parts.Select((part, i) => new ScorePart(new($"{name}{i}", $"部分{i}"), part.Item1, part.Item2))],
        };

    private static BoardRow Row(string model, int rank, double share) => new(model)
    {
        House = "云山",
        Rank = rank,
        Accuracy = share,
        AccuracyInterval = Intervals.Wilson(20 * share, 20, 0.95),
        Seconds = 3 * rank,
        LikelyRank = new(Math.Max(1, rank - 1), rank + 1),
        ProvenRank = new(1, rank + 2),
        BestChance = share / (rank * rank * 2),
    };

    private static ScorePart[] Parts(params double[] shares) => [.. shares.Select((share, i) => new ScorePart(Fields[i], share, ScoreState.Measured))];
}
